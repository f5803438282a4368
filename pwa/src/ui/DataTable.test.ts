// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import DataTable from './DataTable.vue'
import ShareBar from './ShareBar.vue'
import { mountPart, words } from './testing'

const PROPS = {
  caption: '各村做到了多少', rowKey: 'village',
  columns: [{ id: 'village', label: '村、社区' }, { id: 'signed', label: '签约', align: 'end' }],
  rows: [{ village: '柳溪社区', signed: 104 }, { village: '石板桥村', signed: 78 }], total: { village: '全镇', signed: 182 },
}

test('real headings, rows named by their first cell, one total', () => {
  const table = mountPart(DataTable, { props: PROPS })
  expect(words(table.get('caption'))).toBe('各村做到了多少')
  expect(table.findAll('th[scope=col]').map(words)).toEqual(['村、社区', '签约'])
  expect(table.findAll('tbody tr').map((row) => [words(row.get('th[scope=row]')), words(row.get('td'))])).toEqual([['柳溪社区', '104'], ['石板桥村', '78']])
  expect(words(table.get('tfoot'))).toBe('全镇182')
})

test('what may scroll sideways can be reached and is named', () => {
  expect(mountPart(DataTable, { props: PROPS }).get('[role=region]').attributes()).toMatchObject({ tabindex: '0', 'aria-label': '各村做到了多少' })
})

test('a slot draws its column and knows the total', () => {
  const table = mountPart({
    components: { DataTable }, setup: () => ({ PROPS }),
    template: '<DataTable v-bind="PROPS"><template #signed="{ value, is_total }">{{ is_total ? "共" : "" }}{{ value }}人</template></DataTable>',
  })
  expect(table.findAll('td').map(words)).toEqual(['104人', '78人', '共182人'])
})

test('bars of one table share a scale and carry their fraction', () => {
  const bar = mountPart(ShareBar, { props: { done: 8, due: 24, most: 96 } })
  expect(words(bar)).toBe('8 / 24')
  expect(bar.findAll('i').map((part) => Math.round(parseFloat(part.attributes('style')!.replace('width:', ''))))).toEqual([8, 17])
})

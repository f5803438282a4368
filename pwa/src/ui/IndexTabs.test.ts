// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { ref } from 'vue'
import FilterChips from './FilterChips.vue'
import IndexTabs from './IndexTabs.vue'
import { mountPart, words } from './testing'

const TABS = [
  { id: 'overdue', label: '逾期', count: 3, is_urgent: true },
  { id: 'today', label: '今天', count: 7 },
  { id: 'week', label: '本周', count: 16 },
]

function tabs() {
  const chosen = ref('today')
  const part = mountPart({
    components: { IndexTabs },
    setup: () => ({ chosen, TABS }),
    template: '<div><IndexTabs v-model="chosen" label="时间" :tabs="TABS">{{ chosen }}的单子</IndexTabs></div>',
  })
  return { chosen, part, key: (name: string) => part.get('[role=tablist]').trigger('keydown', { key: name }) }
}

test('the chosen tab names the list below it, and only it is in the tab order', () => {
  const { part } = tabs()
  const [, today] = part.findAll('[role=tab]')
  expect(words(today!)).toBe('今天 7')
  expect(today!.attributes('aria-selected')).toBe('true')
  expect(part.findAll('[role=tab]').map((tab) => tab.attributes('tabindex'))).toEqual(['-1', '0', '-1'])
  const panel = part.get('[role=tabpanel]')
  expect(panel.attributes('aria-labelledby')).toBe(today!.attributes('id'))
  expect(today!.attributes('aria-controls')).toBe(panel.attributes('id'))
})

test.each([['ArrowRight', 'week'], ['ArrowLeft', 'overdue'], ['Home', 'overdue'], ['End', 'week']])('%s goes to %s and takes the focus along', async (name, expected) => {
  const { chosen, key } = tabs()
  await key(name)
  expect(chosen.value).toBe(expected)
  expect(document.activeElement?.id).toContain(expected)
})

test('the arrows go round', async () => {
  const { chosen, key } = tabs()
  await key('End')
  await key('ArrowRight')
  expect(chosen.value).toBe('overdue')
})

test('a count asks for action only while there is something', () => {
  const look = (count: number) => mountPart(IndexTabs, { props: { label: '时间', modelValue: 'a', tabs: [{ id: 'a', label: '逾期', count, is_urgent: true }] } }).find('.look').exists()
  expect(look(3)).toBe(true)
  expect(look(0)).toBe(false)
})

test('filter chips say which one is pressed', async () => {
  const chosen = ref('all')
  const part = mountPart({
    components: { FilterChips },
    setup: () => ({ chosen, chips: [{ id: 'all', label: '全部', count: 7 }, { id: 'bridge', label: '石板桥', count: 3 }] }),
    template: '<FilterChips v-model="chosen" label="按村筛选" :chips="chips" />',
  })
  await part.findAll('button')[1]!.trigger('click')
  expect(chosen.value).toBe('bridge')
  expect(part.findAll('button').map((chip) => [chip.text(), chip.attributes('aria-pressed')])).toEqual([['全部7', 'false'], ['石板桥3', 'true']])
})

// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPage, phone, settled, type Phone } from '../shared/testing'
import { lookedAt } from './told'
import ToldPart from './ToldPart.vue'

const ASKED = {
  id: 'n1', kind: 'reports', code: 'reports.notice.export_asked', values: { until_at: '2026-11-25T10:00:00+08:00' }, url: '/overview/exports', created_at: '2026-11-24T08:00:00+08:00', read_at: null,
}
let here: Phone
let page: VueWrapper
beforeEach(async () => {
  here = await phone('manager')
  await here.write('notice', [ASKED, { ...ASKED, id: 'n2', read_at: '2026-11-24T09:00:00+08:00' }], 'account:account')
  page = (await openPage(ToldPart, '/overview', '/overview')).page
})
afterEach(() => page.unmount())

test('what waits for somebody of the office stands on the overview until they have been where it leads', async () => {
  await vi.waitFor(() => expect(page.findAll('.notice')).toHaveLength(1))
  expect(page.text()).toContain('有人申请导出名单')
  expect(page.get('a').attributes('href')).toBe('/overview/exports')
  await lookedAt([ASKED], '/overview/sync')
  expect(await here.outbox()).toEqual([])
  await lookedAt([ASKED], '/overview/exports')
  await settled(page)
  expect(await here.outbox()).toMatchObject([{ kind: 'notifications.read', entity_id: 'n1' }])
  expect(page.find('.notice').exists()).toBe(false)
})

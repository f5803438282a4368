// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { addDays, momentAt, todayOn } from '@/i18n/calendar'
import { words } from '@/ui/testing'
import { ME, named, openPage, phone, press, settled, type Phone } from '../shared/testing'
import DayPage from './DayPage.vue'

const today = todayOn()
const person = (id: string, name: string, village: string, more: object = {}) => ({
  id, name, sex: 'male', birth_on: '1950-03-12', phones: [{ id: `${id} 1`, number: '08175550141', label: null, relation: 'self' }], address_text: village, village, village_group: '3组',
  latitude: null, longitude: null, flags: [], allergies: [], conditions: [], risk: 'low', care_team_id: 't1', ...more,
})
const visit = (id: string, resident_id: string, hour: number, more: object = {}) => ({
  id, team_id: 't1', status: 'scheduled', services: [{ id: `${id} 1`, resident_id, contract_id: null, item_code: 'B01', outcome: 'planned', is_over_quota: false }], resident_ids: [resident_id],
  clinician_ids: [ME], latitude: null, longitude: null, place_text: null, village: null, started_at: null, ended_at: null, check_in: null, check_out: null, contact_attempts: [], confirmation: null,
  order_no: null, planned_start_at: momentAt(today, hour), wish_on: null, wish_note: null, note: null, review: null, ...more,
})

let here: Phone
let shown: VueWrapper | undefined

beforeAll(async () => {
  await Promise.all([import('../visits/MissSheet.vue'), import('../visits/RescheduleSheet.vue'), import('../followups/LetGoSheet.vue')])
}, 120_000)
beforeEach(async () => {
  here = await phone()
  vi.stubGlobal('scrollTo', () => undefined)
  await here.write('resident', [
    person('ding', '丁大川', '石板桥'), person('he', '何素芬', '石板桥', { risk: 'high' }), person('qing', '青永福', '黄桷村'), person('gou', '苟玉清', '黄桷村'),
  ])
  await here.write('visit', [visit('v1', 'ding', 9, { order_nos: { [ME]: 1, other: 4 } }), visit('v2', 'he', 10, { order_nos: { [ME]: 2 } })])
  const due = (id: string, resident_id: string, due_on: string) => ({ id, resident_id, programme: 'hypertension', due_on, status: 'due' })
  await here.write('follow_up', [due('f1', 'qing', addDays(today, -8)), due('f2', 'gou', today)])
})
afterEach(() => shown?.unmount())

async function open(): Promise<VueWrapper> {
  const { page } = await openPage(DayPage, '/day', '/day')
  shown = page
  await vi.waitFor(() => expect(page.find('li.task').exists()).toBe(true))
  return page
}
const rows = (page: VueWrapper): string[] => page.findAll('li.task h3').map((one) => one.element.firstChild!.textContent!.trim())

test('who must be seen first stands first; overdue and week are counted on their tabs', async () => {
  const page = await open()
  expect(rows(page)).toEqual(['何素芬', '丁大川', '苟玉清'])
  expect(page.findAll('[role="tab"]').map(words)).toEqual([expect.stringMatching(/逾期 ?1/), expect.stringMatching(/今天 ?3/), expect.stringMatching(/本周/)])
  await page.findAll('[role="tab"]')[0]!.trigger('click')
  expect(rows(page)).toEqual(['青永福'])
  expect(words(page.get('li.task'))).toMatch(/逾期8天/)
})

test('a village shows its own alone', async () => {
  const page = await open()
  await press(page, /^石板桥 ?2/)
  expect(rows(page)).toEqual(['何素芬', '丁大川'])
})

test('the way to the next stop is one tap, and is written', async () => {
  const page = await open()
  await press(page, '出发去丁大川家')
  expect(await here.outbox()).toMatchObject([{ kind: 'visits.depart', entity_id: 'v1' }])
})

test('nobody there in three taps; the row goes, and comes back when taken back', async () => {
  const page = await open()
  await page.findAll('li.task')[1]!.get('.task-acts button').trigger('click')
  await press(page, '没见到人')
  await vi.waitFor(() => named(page, '家里没人'))
  await press(page, '家里没人')
  expect(await here.outbox()).toMatchObject([{ kind: 'visits.miss', entity_id: 'v1', payload: { reason_code: 'nobody_home' } }])
  await vi.waitFor(() => expect(rows(page)).toEqual(['何素芬', '苟玉清']))
  await press(page, '撤销')
  expect(await here.outbox()).toEqual([])
  await vi.waitFor(() => expect(rows(page)).toContain('丁大川'))
})

test('another time calls this one off and asks anew, both at once or not at all', async () => {
  const page = await open()
  await page.findAll('li.task')[1]!.get('.task-acts button').trigger('click')
  await press(page, '改时间')
  await vi.waitFor(() => named(page, /上午/))
  await press(page, /上午/)
  const [off, anew] = await here.outbox()
  expect([off!.kind, anew!.kind]).toEqual(['visits.cancel', 'visits.request'])
  expect(anew!.depends_on).toEqual([off!.id])
  await press(page, '撤销')
  expect(await here.outbox()).toEqual([])
})

test('a follow-up that falls away leaves the day, with every programme it is due for', async () => {
  await here.write('follow_up', [{ id: 'f3', resident_id: 'gou', programme: 'diabetes', due_on: today, status: 'due' }])
  const page = await open()
  await page.findAll('li.task')[2]!.get('.task-acts button').trigger('click')
  await press(page, '这次不随访了')
  await vi.waitFor(() => named(page, '别处刚随访过'))
  await press(page, '别处刚随访过')
  const sent = await here.outbox()
  expect(sent.map(({ kind, entity_id }) => [kind, entity_id]).sort()).toEqual([['followups.cancel', 'f2'], ['followups.cancel', 'f3']])
  await vi.waitFor(() => expect(rows(page)).toEqual(['何素芬', '丁大川']))
})

test('inside the home it is too late for another time', async () => {
  await here.write('visit', [visit('v1', 'ding', 9, { status: 'in_progress', started_at: momentAt(today, 9) })])
  const page = await open()
  const row = page.findAll('li.task').find((one) => one.text().includes('丁大川'))!
  await row.get('.task-acts button').trigger('click')
  await settled(page)
  expect(row.get('dialog').text()).toContain('没见到人')
  expect(row.get('dialog').text()).not.toContain('改时间')
})

test('a long day stands there whole', async () => {
  const hours = [11, 12, 13, 14, 15]
  await here.write('visit', hours.map((hour) => visit(`long ${hour}`, 'qing', hour)))
  const page = await open()
  await vi.waitFor(() => expect(rows(page)).toHaveLength(2 + hours.length + 1))
})

test('without anything to do it says what comes next', async () => {
  await here.write('visit', [visit('v1', 'ding', 9, { status: 'cancelled' }), visit('v2', 'he', 10, { status: 'cancelled' })])
  await here.write('follow_up', [{ id: 'f2', resident_id: 'gou', programme: 'hypertension', due_on: today, status: 'done' }])
  const { page } = await openPage(DayPage, '/day', '/day')
  shown = page
  await vi.waitFor(() => expect(page.find('.empty').exists()).toBe(true))
})

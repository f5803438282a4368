// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import tables from '../../../../tests/tables/rule_tables.json'
import { addDays, momentAt, todayOn } from '@/i18n/calendar'
import { words } from '@/ui/testing'
import { named, openPage, phone, press, settled, type Phone } from '../shared/testing'
import FollowUpPage from './FollowUpPage.vue'
import ProgrammesPart from './ProgrammesPart.vue'

const today = todayOn()
const DING = {
  id: 'ding', name: '丁大川', sex: 'male', birth_on: '1950-03-12', phones: [{ id: 'p', number: '08175550141', label: null, relation: 'self' }, { id: 'q', number: '08175550142', label: null, relation: 'daughter' }],
  flags: [], allergies: [], conditions: [], risk: 'high', care_team_id: 't1',
}
const SINCE = { resident_id: 'ding', enrolled_on: '2026-01-05', diagnosis_source: 'hospital', diagnosed_on: null }
const due = (id: string, programme: string, days: number) => ({ id, resident_id: 'ding', programme, due_on: addDays(today, days), status: 'due', done_at: null })
const held = (days: number, more: object) => ({ id: `h${days}`, resident_id: 'ding', programme: 'hypertension', due_on: addDays(today, -days), status: 'done', done_at: momentAt(addDays(today, -days), 9), outcome: 'adjust', mode: 'clinic', ...more })

let here: Phone
let shown: VueWrapper | undefined
beforeEach(async () => {
  here = await phone()
  vi.stubGlobal('scrollTo', () => undefined)
  await here.write('rule_table', Object.entries(tables).flatMap(([name, versions]) => versions.map((values, n) => ({ id: `${name} ${n}`, name, version: n, effective_from: '2020-01-01', values }))), 'county')
  await here.write('resident', [DING])
  await here.write('programme_enrolment', [{ ...SINCE, id: 'e1', programme: 'hypertension' }])
  await here.write('follow_up', [due('f1', 'hypertension', -3), held(40, { is_face_to_face: true, is_in_target: false })])
})
afterEach(() => shown?.unmount())

async function open(component: typeof FollowUpPage | typeof ProgrammesPart = FollowUpPage): Promise<VueWrapper> {
  const { page } = await openPage(component, '/residents/:resident_id/:today', `/residents/ding/${today}`)
  shown = page
  return page
}
async function choose(page: VueWrapper, ...answers: string[]): Promise<void> {
  for (const answer of answers) await page.findAll('label').find((one) => words(one).startsWith(answer))!.get('input').setValue(true)
  await settled(page)
}
async function type(page: VueWrapper, ...values: string[]): Promise<void> {
  for (const value of values) {
    await page.get('input[aria-current]').setValue(value)
    await press(page, /^下一/)
  }
}

test('by phone: with whom, the second own reading when the first is dangerous, and no second in a row', async () => {
  const page = await open()
  await choose(page, '电话')
  expect(page.text()).toContain('今年面访了1次，要满4次')
  await press(page, '下一步：填数')
  expect(page.get('[role="alert"]').text()).toContain('跟谁通的电话')
  await choose(page, '女儿')
  await press(page, '下一步：填数')
  await type(page, '184', '96')
  expect(page.text()).toContain('歇5分钟，再量一次')
  await press(page, '填第二次的数')
  await type(page, '162', '88')
  await press(page, '没测成')
  await press(page, '下一步：问一问')
  expect(page.text()).toContain('调药，两周内再看')
  await choose(page, '按时吃')
  await press(page, '记下这次随访')
  const payload = { mode: 'phone', spoke_with: 'daughter', systolic: 162, diastolic: 88, adherence: 'regular', note: '第一次自己量的是184/96' }
  expect(await here.outbox()).toMatchObject([{ kind: 'followups.record', entity_id: 'f1', payload }])
})

test('at the clinic nothing is recorded while something is missing; a programme without its value can be taken off', async () => {
  await here.write('follow_up', [due('f2', 'diabetes', 2)])
  const page = await open()
  await choose(page, '门诊')
  await press(page, '下一步：填数')
  await type(page, '152', '88')
  for (const next of ['没测成', '没测成', '下一步：问一问']) await press(page, next)
  await choose(page, '按时吃')
  for (let n = 0; n < 2; n += 1) await press(page, '记下这次随访')
  expect(page.text()).toContain('糖尿病随访还差空腹血糖')
  expect(await here.outbox()).toEqual([])
  for (let n = 0; n < 2; n += 1) await page.get('.back').trigger('click')
  await page.findAll('label').find((one) => words(one).startsWith('糖尿病'))!.get('input').setValue(false)
  for (const next of ['下一步：填数', '没测成', '下一步：问一问']) await press(page, next)
  await choose(page, '按时吃')
  // High at the clinic last time too: this is the second in a row.
  expect(page.text()).toContain('建议转诊')
  await press(page, '记下这次随访')
  expect(await here.outbox()).toMatchObject([{ kind: 'followups.record', entity_id: 'f1', payload: { mode: 'clinic', systolic: 152, programme: 'hypertension' } }])
})

test('on the card: into a programme with who confirmed it, due at once, and out of it with a reason', async () => {
  const page = await open(ProgrammesPart)
  expect(page.text()).toMatch(/高血压.*医院确诊/)
  await press(page, '纳入慢病管理')
  await press(page, '纳入')
  expect(page.get('dialog[open] .sheet-action').text()).toContain('谁确诊的')
  await choose(page, '看了带来的病历')
  await press(page, '纳入')
  await vi.waitFor(() => expect(page.findAll('.rows li')).toHaveLength(2))
  expect(words(page.findAll('.rows li')[1]!)).toMatch(/糖尿病.*随访还有/)
  await press(page, /^不再管了高血压/)
  await press(page, '在别处管着')
  await vi.waitFor(() => expect(page.findAll('.rows li')).toHaveLength(1))
  expect(await here.outbox()).toMatchObject([
    { kind: 'followups.enrol', payload: { resident_id: 'ding', programme: 'diabetes', diagnosis_source: 'records' } },
    { kind: 'followups.leave', entity_id: 'e1', payload: { leave_reason: 'seen_elsewhere' } },
  ])
  expect(named(page, '纳入慢病管理').exists()).toBe(true)
})

test('on the card: who was sought on enough days is given up, not before, and the card says so', async () => {
  const tried = (days: number) => ({ id: `v${days}`, resident_ids: ['ding'], status: 'missed', contact_attempts: [{ kind: 'nobody_home', occurred_at: momentAt(addDays(today, -days), 9) }] })
  await here.write('visit', [tried(50), tried(3), tried(2)])
  const page = await open(ProgrammesPart)
  await press(page, /^这次不随访了/)
  const lost = () => named(page, '找了几天，没找到人')
  await vi.waitFor(() => expect(page.text()).toContain('现在找过2天'))
  expect(lost().attributes('disabled')).toBeDefined()
  // Before the last one that was held nobody was sought for this.
  await here.write('visit', [tried(1)])
  await vi.waitFor(() => expect(lost().attributes('disabled')).toBeUndefined())
  await lost().trigger('click')
  await vi.waitFor(() => expect(page.text()).toContain('该随访的没做，找了几天没找到人'))
  expect(await here.outbox()).toMatchObject([{ kind: 'followups.give_up', entity_id: 'f1', payload: {} }])
})

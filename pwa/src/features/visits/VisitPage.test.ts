// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import tables from '../../../../tests/tables/rule_tables.json'
import { momentAt, todayOn } from '@/i18n/calendar'
import { words } from '@/ui/testing'
import { ME, named, openPage, phone, press, settled, type Phone } from '../shared/testing'
import VisitPage from './VisitPage.vue'

const HOME = { latitude: 31.0893, longitude: 106.3712 }
const LINE = { id: 'l1', resident_id: 'ding', contract_id: 'c1', item_code: 'B01', outcome: 'planned', is_over_quota: false }
const VISIT = {
  id: 'v1', team_id: 't1', status: 'scheduled', services: [LINE], resident_ids: ['ding'], clinician_ids: [ME], ...HOME, place_text: null, village: '石板桥', started_at: null, ended_at: null,
  check_in: null, check_out: null, contact_attempts: [], next_visit_on: null, confirmation: null, order_no: 1, planned_start_at: momentAt(todayOn(), 9), wish_on: null, wish_note: null, note: null, review: null,
}
const DING = {
  id: 'ding', name: '丁大川', sex: 'male', birth_on: '1950-03-12', phones: [{ id: 'p', number: '08175550141', label: null, relation: 'self' }], address_text: '石板桥3组12号', village: '石板桥', village_group: '3组',
  ...HOME, flags: [{ code: 'K02', valid_from: '2020-01-01', valid_to: null }], allergies: ['青霉素'], conditions: [], risk: 'high', care_team_id: 't1',
}
const PROMISE = { id: 'e1', item_code: 'B01', period_start_on: '2020-01-01', period_end_on: '2099-12-31', quota: 4, consumed: 3, reserved: 1, left: 0 }

let here: Phone
/** What the phone's own position finder answers. */
let position: { latitude: number; longitude: number; accuracy: number } | null

beforeEach(async () => {
  here = await phone()
  position = { latitude: 31.089417, longitude: 106.371574, accuracy: 12 }
  vi.stubGlobal('scrollTo', () => undefined)
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: {
      watchPosition: (found: (at: object) => void, failed: () => void) => {
        queueMicrotask(() => (position ? found({ coords: position }) : failed()))
        return 1
      },
      clearWatch: () => undefined,
    },
  })
  await here.write('rule_table', Object.entries(tables).flatMap(([name, versions]) => versions.map((values, n) => ({ id: `${name} ${n}`, name, version: n, effective_from: '2020-01-01', values }))), 'county')
  await here.write('resident', [DING])
  await here.write('contract', [{ id: 'c1', resident_id: 'ding', status: 'active', starts_on: '2020-01-01', ends_on: '2099-12-31', entitlements: [PROMISE] }])
  await here.write('visit', [VISIT])
})

// What comes after a tap is there on a phone that has the app; here it is fetched beforehand.
beforeAll(async () => {
  await Promise.all([import('./VisitAhead.vue'), import('./VisitNow.vue'), import('./VisitOver.vue'), import('./ServeStep.vue'), import('./SignStep.vue'), import('./OutsideSheet.vue')])
}, 120_000)

let shown: VueWrapper | undefined
afterEach(() => shown?.unmount())

async function open(visit_id = 'v1', query = ''): Promise<VueWrapper> {
  const { page } = await openPage(VisitPage, '/visits/:visit_id', `/visits/${visit_id}${query}`)
  shown = page
  await settled(page)
  return page
}
async function type(page: VueWrapper, digits: string): Promise<void> {
  for (const digit of digits) await named(page, digit).trigger('click')
}
async function choose(page: VueWrapper, answer: string): Promise<void> {
  await page.findAll('label').find((one) => words(one) === answer)!.get('input').setValue(true)
}
const kinds = async (): Promise<string[]> => (await here.outbox()).map(({ kind }) => kind)

test('two taps to the door: set off, check in; the check is written before there is a position', async () => {
  const page = await open()
  expect(page.text()).toContain('青霉素过敏')
  await press(page, '出发')
  await press(page, '到了，签到')
  await settled(page)
  expect(await kinds()).toEqual(['visits.depart', 'visits.check_in', 'visits.locate'])
  const [, check_in, locate] = await here.outbox()
  expect(check_in!.payload).toEqual({})
  expect(locate!.depends_on).toEqual([check_in!.id])
  await vi.waitFor(() => expect(words(page.get('.stamped'))).toContain('离家38米'))
  expect(page.find('dialog[open]').exists()).toBe(false)
})

test('that one is checked in is said in a frame of its own, before the next page is drawn', async () => {
  await here.write('visit', [{ ...VISIT, status: 'en_route' }])
  const page = await open()
  const frames = new Set<string>()
  const watcher = new MutationObserver(() => requestAnimationFrame(() => frames.add(document.querySelector('.steps') ? 'drawn' : page.text().includes('已签到') ? 'said' : 'before')))
  watcher.observe(document.body, { subtree: true, childList: true, characterData: true })
  await press(page, '到了，签到')
  await vi.waitFor(() => expect(page.text()).toContain('测量'))
  await vi.waitFor(() => expect([...frames].filter((one) => one !== 'before')).toEqual(['said', 'drawn']))
  watcher.disconnect()
})

test('without a position nobody strands: a reason, an action, and on', async () => {
  position = null
  await here.write('visit', [{ ...VISIT, status: 'en_route' }])
  const page = await open()
  await press(page, '到了，签到')
  await vi.waitFor(() => expect(page.find('dialog[open]').exists()).toBe(true))
  expect(page.get('dialog h2').text()).toBe('手机没定到位')
  await press(page, '签到')
  expect(page.get('dialog [role="alert"]').text()).toBe('说一下是什么情况，就能签到。')
  const [reason] = page.findAll('dialog input')
  await reason!.setValue(true)
  await page.findAll('dialog fieldset')[1]!.get('input').setValue(true)
  await press(page, '签到')
  const last = (await here.outbox()).at(-1)!
  expect(last).toMatchObject({ kind: 'visits.locate', payload: { which: 'in', reason_code: 'position_drifts', action_code: 'serve_here_with_photo' } })
  await vi.waitFor(() => expect(words(page.get('.stamped'))).toContain('就在家门口，手机定位偏了'))
})

async function atHome(): Promise<VueWrapper> {
  const check_in = { occurred_at: momentAt(todayOn(), 9), verdict: 'inside', distance_metres: 38, accuracy_metres: 12, reason_code: null, action_code: null, is_clock_doubtful: false }
  await here.write('visit', [{ ...VISIT, status: 'in_progress', started_at: check_in.occurred_at, check_in }])
  return open()
}

test('a reading is kept when one goes on, and what it means is said', async () => {
  const page = await atHome()
  await type(page, '152')
  await press(page, '下一项：低压')
  expect(await kinds()).toEqual([])
  await type(page, '88')
  await press(page, '下一项：脉搏')
  expect((await here.outbox()).map(({ payload }) => payload)).toMatchObject([{ resident_id: 'ding', kind: 'blood_pressure', values: { systolic: 152, diastolic: 88 }, unit: 'mmHg' }])
  expect(page.text()).toContain('高压偏高')
  expect(page.text()).toContain('考核目标150/90以下，用药目标130/80以下')
})

test('a slip that is put right within seconds leaves one value, not two', async () => {
  const page = await atHome()
  await type(page, '125')
  await press(page, '下一项：低压')
  await type(page, '88')
  await press(page, '下一项：脉搏')
  const [systolic] = page.findAll('.field input')
  await systolic!.trigger('focus')
  await systolic!.setValue('152')
  await press(page, '下一项：低压')
  expect((await here.outbox()).map(({ payload }) => (payload as { values: object }).values)).toEqual([{ systolic: 152, diastolic: 88 }])
})

test('high and low swapped is not kept, and says why', async () => {
  const page = await atHome()
  await type(page, '88')
  await press(page, '下一项：低压')
  await type(page, '152')
  await press(page, '下一项：脉搏')
  expect(page.get('[role="alert"]').text()).toBe('高压要比低压高，看看是不是填反了。')
  expect(await kinds()).toEqual([])
})

test('an unlikely value is asked for once more; the second time it is right', async () => {
  const page = await atHome()
  await type(page, '230')
  await press(page, '下一项：低压')
  await type(page, '95')
  await press(page, '下一项：脉搏')
  expect(await kinds()).toEqual([])
  await press(page, '下一项：脉搏')
  expect(await kinds()).toEqual(['visits.measure'])
})

test('a dangerous value brings 120 above the keys', async () => {
  const page = await atHome()
  await type(page, '184')
  await press(page, '下一项：低压')
  await vi.waitFor(() => expect(page.find('a[href="tel:120"]').exists()).toBe(true))
  expect(page.get('.emergency').text()).toContain('高压184')
})

test('ticks say what they take; signed and gone it counts, and the phone shows it at once', async () => {
  const page = await atHome()
  for (const next of ['下一项：低压', '下一项：脉搏', '下一步：服务']) {
    await press(page, '没测成')
    if (next === '下一步：服务') await press(page, next)
  }
  await vi.waitFor(() => expect(page.find('.ticks input').exists()).toBe(true))
  expect(words(page.get('.ticks'))).toContain('还剩1次')
  await page.get('.ticks input').setValue(true)
  await vi.waitFor(() => expect(words(page.get('.ticks'))).toContain('今年4次做满了'))
  // The follow-up lacks a pressure: it is said once, and holds nobody back.
  await press(page, '下一步：签字')
  expect(page.text()).toContain('高血压随访还差血压')
  await press(page, '下一步：签字')
  await vi.waitFor(() => expect(page.text()).toContain('请丁大川签个名'))
  await press(page, '签退，结束上门')
  expect(page.text()).toContain('没有签字，组长会看到。')
  await press(page, '先这样，签退')
  expect((await kinds()).filter((kind) => kind !== 'visits.locate')).toEqual(['visits.record_services', 'visits.check_out'])
  await vi.waitFor(() => expect(page.get('h1').text()).toBe('做完了'))
})

test('one form for both follow-ups: what was measured is not asked again, danger is said before anything is kept', async () => {
  const values = [['blood_pressure', { systolic: 138, diastolic: 82 }], ['glucose', { fasting: 17.1 }], ['pulse', { pulse: 112 }]] as const
  await here.write('measurement', values.map(([kind, value]) => ({ id: kind, visit_id: 'v1', resident_id: 'ding', kind, values: value, measured_at: momentAt(todayOn(), 9) })))
  await here.write('follow_up', [{ id: 'sweet', resident_id: 'ding', programme: 'diabetes', due_on: todayOn(), status: 'due' }])
  const services = ['B01', 'B02'].map((item_code) => ({ ...LINE, id: item_code, item_code, outcome: 'done' }))
  await here.write('visit', [{ ...VISIT, services, status: 'in_progress', started_at: momentAt(todayOn(), 9) }])
  const page = await open('v1', '?step=serve')
  await vi.waitFor(() => expect(page.text()).toContain('高血压随访、糖尿病随访'))
  expect(page.get('.emergency').text()).toContain('血糖17.1，太高')
  await choose(page, '有')
  await press(page, '有别的危险情况')
  await press(page, '再问几句：口味、心情、照着做没有')
  // Every symptom and sign of the tables has its words.
  expect(page.text()).not.toMatch(/(followups|visits)-/)
  for (const answer of ['按时吃', '老想喝水', '流鼻血', '渴得厉害', '心跳112，歇一会儿再数还是快', '弱', '口味重']) await choose(page, answer)
  await press(page, '下一步：签字')
  const told = (await here.outbox()).filter(({ kind }) => kind === 'followups.record')
  const shared = { adherence: 'regular', salt: 'heavy', systolic: 138, reaction: 'none', visit_id: 'v1' }
  expect(told.map(({ payload }) => payload)).toMatchObject([
    { ...shared, symptoms: ['nosebleed'], danger_signs: [], resident_id: 'ding', programme: 'hypertension' },
    { ...shared, symptoms: ['drinking_much'], danger_signs: ['thirst'], fasting: 17.1, persistent_pulse: 112, foot_pulse: 'weak' },
  ])
  expect(told[1]!.entity_id).toBe('sweet')
  expect(told[0]!.payload).not.toHaveProperty('fasting')
})

test('nobody there: two taps, and it can be taken back', async () => {
  const page = await open()
  await press(page, '没见到人')
  await press(page, '家里没人')
  expect(await here.outbox()).toMatchObject([{ kind: 'visits.miss', payload: { reason_code: 'nobody_home' } }])
  await vi.waitFor(() => expect(page.get('h1').text()).toBe('家里没人'))
  await press(page, '撤销')
  expect(await here.outbox()).toEqual([])
  await vi.waitFor(() => expect(page.get('h1').text()).toBe('丁大川'))
})

test('a visit that is no longer on the phone says so', async () => {
  const page = await open('gone')
  expect(page.text()).toContain('这一家不在手机里了')
})

// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import tables from '../../../../tests/tables/rule_tables.json'
import { addDays, momentAt, todayOn } from '@/i18n/calendar'
import { words } from '@/ui/testing'
import { named, openPage, phone, press, settled, type Phone } from '../shared/testing'
import BookPage from './BookPage.vue'
import ResidentPage from './ResidentPage.vue'

const today = todayOn()
const DING = {
  id: 'ding', name: '丁大川', sex: 'male', birth_on: '1950-03-12', phones: [{ id: 'p', number: '08175550141', label: null, relation: 'self' }, { id: 'q', number: '08175550142', label: null, relation: 'son' }],
  address_text: '石板桥3组12号', village: '石板桥', village_group: '3组', latitude: 31.0893, longitude: 106.3712, flags: [{ code: 'K02', valid_from: '2020-01-01', valid_to: null }], allergies: ['青霉素'],
  conditions: [], risk: 'high', care_team_id: 't1', identity_level: 3, elder_home_id: null,
}
const ITEM = { id: 'i1', code: 'D01', category: 'D', name: '上门护理', name_en: 'Home nursing', roles: ['nurse'], places: ['home'], minutes: 30, needs_two: false }
const PROMISE = { id: 'e1', item_code: 'D01', period_start_on: '2020-01-01', period_end_on: '2099-12-31', quota: 4, consumed: 1, reserved: 1, left: 2 }
const CONTRACT = { id: 'c1', resident_id: 'ding', team_id: 't1', status: 'active', package_ids: [], starts_on: '2020-01-01', ends_on: addDays(today, 200), entitlements: [PROMISE] }

let here: Phone
let shown: VueWrapper | undefined
beforeAll(async () => {
  await Promise.all([import('./StartSheet.vue'), import('../shared/WaySheet.vue')])
}, 120_000)
beforeEach(async () => {
  here = await phone()
  vi.stubGlobal('scrollTo', () => undefined)
  await here.write('rule_table', Object.entries(tables).flatMap(([name, versions]) => versions.map((values, n) => ({ id: `${name} ${n}`, name, version: n, effective_from: '2020-01-01', values }))), 'county')
  await here.write('service_item', [ITEM], 'county')
  await here.write('resident', [DING])
  await here.write('contract', [CONTRACT])
})
afterEach(() => shown?.unmount())

async function card(resident_id = 'ding'): Promise<VueWrapper> {
  const { page } = await openPage(ResidentPage, '/residents/:resident_id', `/residents/${resident_id}`)
  shown = page
  await settled(page)
  return page
}

test('the allergy stands under the name, before anything else', async () => {
  const page = await card()
  expect(page.text()).toMatch(/青霉素过敏.*帮他约/)
  expect(page.get('.bottom-action a[href^="tel:"]').attributes('href')).toBe('tel:08175550141')
})

test('what is left of a promise counts what is booked already', async () => {
  const page = await card()
  expect(words(page.get('.meters'))).toContain('还剩2次')
})

test('the trend names both targets in words', async () => {
  await here.write('measurement', [0, 30, 60].map((days, n) => ({
    id: `m${n}`, visit_id: null, resident_id: 'ding', kind: 'blood_pressure', values: { systolic: 150 + n, diastolic: 90 }, unit: 'mmHg', measured_at: momentAt(addDays(today, -days), 9), is_danger: false,
  })))
  const page = await card()
  await vi.waitFor(() => expect(page.text()).toMatch(/考核目标150以下/))
  expect(page.text()).toMatch(/用药目标130\/80以下/)
})

test('who has no contract is asked to sign', async () => {
  await here.write('contract', [{ ...CONTRACT, status: 'terminated' }])
  const page = await card()
  expect(named(page, '签约').attributes('href')).toBe('/residents/ding/sign')
})

test('at the door unasked: what is done is ticked, and the check is written with the visit', async () => {
  const page = await card()
  await press(page, '开始上门')
  await vi.waitFor(() => expect(page.find('dialog[open] input').exists()).toBe(true))
  await page.get('dialog[open] input').setValue(true)
  await press(page, /签到/)
  await settled(page)
  const [start] = await here.outbox()
  expect(start).toMatchObject({ kind: 'visits.start_unplanned', payload: { services: [{ resident_id: 'ding', item_code: 'D01' }] } })
})

test('who has died is told apart, and nothing can be begun', async () => {
  await here.write('resident', [{ ...DING, deceased_on: '2026-01-01' }])
  const page = await card()
  expect(page.text()).not.toContain('开始上门')
})

test('a card that is not here says so', async () => {
  const page = await card('nobody')
  expect(page.find('h1').exists()).toBe(true)
  expect(page.text()).not.toContain('开始上门')
})

test('booking for a caller is two taps more, and ten seconds to take it back', async () => {
  const { page } = await openPage(BookPage, '/residents/:resident_id/book', '/residents/ding/book')
  shown = page
  await settled(page)
  expect(words(page.get('.book-what'))).toMatch(/2次/)
  await page.get('.book-what button').trigger('click')
  await settled(page)
  await press(page, /下午/)
  expect(await here.outbox()).toMatchObject([{ kind: 'visits.request', payload: { source: 'phone_call', wish_part: 'afternoon', services: [{ resident_id: 'ding', item_code: 'D01' }] } }])
})

test('words of danger bring 120 while one still talks', async () => {
  const { page } = await openPage(BookPage, '/residents/:resident_id/book', '/residents/ding/book')
  shown = page
  await settled(page)
  await page.get('.book-what button').trigger('click')
  await settled(page)
  await page.get('input').setValue('胸口痛得厉害，胸痛')
  await settled(page)
  expect(page.find('a[href="tel:120"]').exists()).toBe(true)
  await press(page, /下午/)
  expect((await here.outbox())[0]!.payload).toMatchObject({ is_danger_acknowledged: true })
})

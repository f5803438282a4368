// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { eraseDevice } from '@/api/account'
import type { Membership } from '@/api/session'
import { addDays, todayOn } from '@/i18n/dates'
import { registerOverlays } from '@/sync/overlay'
import { words } from '@/ui/testing'
import { hush, toast } from '@/ui/toast'
import { outbox, phoneOf, show, type Sent, type Shown } from '../family/testing'
import { overlays } from './overlays'
import RefillPage from './RefillPage.vue'

const DU: Membership = { id: 'm', county_id: 1, role: 'resident', subject_id: 'du', name: '杜玉芳' }
const today = todayOn()
const medicine = (left_days: number, opens_in: number): Sent => ['resident:du', 'prescription', 'rx', {
  resident_id: 'du', prescriber_id: 'chen', is_long_term: true, drugs: [{ drug_id: 'd', name: '氨氯地平5毫克', dose_text: '每天早上1片', daily_dose: 1 }], days_supply: 28,
  issued_on: addDays(today, left_days - 28), dispensed_on: addDays(today, left_days - 28), supply_end_on: addDays(today, left_days), refill_opens_on: addDays(today, opens_in),
  status: 'handed_over', replaces_id: null,
}]
const refused: Sent = ['resident:du', 'refill_request', 'w', {
  resident_id: 'du', prescription_id: 'rx', status: 'refused', note: null, requested_at: '2026-11-20T00:00:00Z', decided_at: '2026-11-20T01:00:00Z', decided_by: 'chen', days: null,
  refused_reason: 'uncontrolled', refused_note: '明天我来电话', new_prescription_id: null,
}]
const around: Sent[] = [
  ['resident:du', 'resident', 'du', { name: '杜玉芳', care_team_id: 't' }],
  ['county', 'team', 't', { name: '团队', phone: '08175550136', member_ids: [], organization_id: 'o' }],
  ['county', 'clinician', 'chen', { name: '陈志远', profession: 'doctor', team_ids: ['t'] }],
]

let shown: Shown
registerOverlays(overlays)
beforeEach(() => hush())
afterEach(async () => {
  shown.page.unmount()
  await eraseDevice()
  vi.unstubAllGlobals()
})
async function open(...documents: Sent[]) {
  await phoneOf(DU, [...around, ...documents])
  shown = await show(RefillPage, '/refill')
}
const title = (text: string) => vi.waitFor(() => expect(words(shown.page.get('h1'))).toBe(text))
const tap = async (label: string) => {
  const found = await vi.waitFor(() => {
    const one = shown.page.findAll('button:not([disabled])').find((each) => words(each).includes(label))
    if (!one) throw new Error(`no ${label}`)
    return one
  })
  await found.trigger('click')
}

test('one tap asks for the same again, and the title says so', async () => {
  await open(medicine(6, 0))
  await title('可以续药了')
  await tap('请医生照样再开')
  await title('收到了，等陈医生看')
  expect(await outbox()).toEqual([['prescriptions.request_refill', { prescription_id: 'rx' }]])
  toast.value!.undo!()
  await title('可以续药了')
  expect(await outbox()).toEqual([])
})

test('too early: the day is said, and a reason asks all the same', async () => {
  await open(medicine(20, 14))
  await title('药还够吃20天')
  expect(words(shown.page)).not.toContain('请医生照样再开')
  await tap('提前续')
  await tap('要出远门')
  await title('收到了，等陈医生看')
  expect(await outbox()).toEqual([['prescriptions.request_refill', { prescription_id: 'rx', early_reason: 'travel' }]])
})

test('refused: the rule in plain words, what the doctor wrote, and the team’s number', async () => {
  await open(medicine(6, 0), refused)
  await title('这次先不开')
  const text = words(shown.page)
  expect(text).toContain('最近量的数还偏高，陈医生想先看看您')
  expect(text).toContain('明天我来电话')
  expect(shown.page.find('.bottom a[href="tel:08175550136"]').exists()).toBe(true)
})

test('whether it reaches is said in words for those who do not see the bar', async () => {
  await open(medicine(6, 0))
  await title('可以续药了')
  expect(shown.page.get('.supply-bar').attributes('aria-label')).toMatch(/^家里还够6天，续上的28天，吃到/)
})

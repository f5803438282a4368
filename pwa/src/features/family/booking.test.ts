// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { eraseDevice } from '@/api/account'
import type { Membership } from '@/api/session'
import { addDays, todayOn } from '@/i18n/dates'
import { registerOverlays } from '@/sync/overlay'
import { words } from '@/ui/testing'
import { hush, toast } from '@/ui/toast'
import { overlays } from '../visits/overlays'
import BookConfirmPage from './BookConfirmPage.vue'
import BookWhatPage from './BookWhatPage.vue'
import HomePage from './HomePage.vue'
import { outbox, phoneOf, show, type Sent, type Shown } from './testing'
import { wishOf } from './booking'

const DU: Membership = { id: 'm', county_id: 1, role: 'resident', subject_id: 'du', name: '杜玉芳' }
const SON: Membership = { ...DU, role: 'proxy', subject_id: null, name: '丁小兵' }
const today = todayOn()
const on = addDays(today, 2)

const item = (code: string, places = ['home']): Sent => ['county', 'service_item', code, { code, category: code[0], name: code, name_en: code, roles: ['nurse'], places, minutes: 20 }]
const given = (item_code: string, quota: number | null, consumed: number) =>
  ({ id: item_code, item_code, period_start_on: addDays(today, -100), period_end_on: addDays(today, 100), quota, reserved: 0, consumed, left: quota === null ? null : quota - consumed })
const county: Sent[] = [
  item('D01'), item('C07'), item('D11'), item('C01', ['clinic']),
  ['county', 'rule_table', 'danger', { name: 'danger_words', version: 1, effective_from: '2025-01-01', values: { words: ['胸闷', '喘不上气'] } }],
  ['county', 'rule_table', 'booking', { name: 'visit_booking', version: 1, effective_from: '2025-01-01', values: { horizon_days: 14, items_apart: ['B06'] } }],
  ['county', 'team', 't', { name: '黄桷村团队', phone: '08175550136', member_ids: [], organization_id: 'o' }],
  ['county', 'package', 'p4', { code: 'P4', version: 1, name: '包', name_en: 'P', lines: [{ item_code: 'D01' }, { item_code: 'C01' }], contains: [] }],
]
const own: Sent[] = [
  ...county,
  ['resident:du', 'resident', 'du', { name: '杜玉芳', care_team_id: 't', phones: [{ id: 'x', number: '15408171016', label: null, relation: 'self' }], address_text: '黄桷村2组8号', village: '黄桷村', village_group: '2组' }],
  ['resident:du', 'contract', 'c', { resident_id: 'du', status: 'active', package_ids: [], ends_on: addDays(today, 100), starts_on: addDays(today, -100), entitlements: [given('D01', 24, 17), given('C07', 6, 4), given('D11', 2, 2), given('C01', null, 0)] }],
]
const lesser: Sent[] = [
  ...county,
  ['family:ding', 'resident', 'ding', { name: '丁大川', care_team_id: 't' }],
  ['family:ding', 'proxy', 'g', { resident_id: 'ding', account_id: 'account', relation: 'son', scopes: ['book', 'view_summary'], valid_from: addDays(today, -9), expires_on: addDays(today, 9) }],
  ['family:ding', 'contract', 'c2', { resident_id: 'ding', status: 'active', package_ids: ['p4'], starts_on: addDays(today, -9), ends_on: addDays(today, 9) }],
  ['family:ding', 'visit', 'v', { resident_ids: ['ding'], status: 'verified', team_id: 't', wish_on: null, wish_part: 'any', planned_start_at: null, clinician_ids: [], item_codes: ['D01'], ended_at: '2026-11-02T01:00:00Z' }],
]

let shown: Shown
registerOverlays(overlays)
beforeEach(() => {
  localStorage.clear()
  hush()
})
afterEach(async () => {
  shown?.page.unmount()
  await eraseDevice()
  vi.unstubAllGlobals()
})
const soon = (check: () => void) => vi.waitFor(check)
const button = (label: string) => vi.waitFor(() => {
  const found = shown.page.findAll('button:not([disabled]), summary').find((one) => words(one).includes(label))
  if (!found) throw new Error(`no ${label} in ${words(shown.page)}`)
  return found
})
const confirm = async (query = `item=D01&on=${on}&part=morning`) => { shown = await show(BookConfirmPage, `/book/confirm?${query}`) }

test('only what the package still has is offered, with what is left', async () => {
  await phoneOf(DU, own)
  shown = await show(BookWhatPage, '/book')
  await soon(() => expect(shown.page.findAll('.what a').map((row) => words(row).replace(/ /g, ''))).toEqual([
    '量血压、看看情况护士来，约20分钟还剩7次', '请医生看病护士来，约20分钟还剩2次',
  ]))
})

test('what is tapped is offered for the first time that is free, for the person to say yes', async () => {
  await phoneOf(DU, own)
  shown = await show(BookWhatPage, '/book')
  await soon(() => {
    const to = new URL(shown.page.get('.what a').attributes('href')!, 'http://x')
    expect([to.pathname, to.searchParams.get('item'), to.searchParams.get('part')]).toEqual(['/book/confirm', 'D01', 'morning'])
    expect(to.searchParams.get('on')! > today).toBe(true)
  })
})

test('family with a lesser scope book from the package without being told numbers', async () => {
  await phoneOf(SON, lesser)
  shown = await show(BookWhatPage, '/book')
  await soon(() => expect(shown.page.findAll('.what a').map((row) => words(row))).toEqual(['量血压、看看情况护士来，约20分钟']))
})

test('booked: the wish is handed in and shows at once; two taps ask once', async () => {
  await phoneOf(DU, own)
  await confirm()
  const yes = await button('就这样约')
  await Promise.all([yes.trigger('click'), yes.trigger('click')])
  await soon(() => expect(shown.router.currentRoute.value.path).toMatch(/^\/appointments\/.+/))
  expect(await outbox()).toEqual([['visits.request', {
    services: [{ id: expect.any(String), resident_id: 'du', item_code: 'D01' }], wish_on: on, wish_part: 'morning', source: 'app_resident',
  }]])
  toast.value!.undo!()
  await soon(() => expect(shown.router.currentRoute.value.path).toBe('/home'))
  expect(await outbox()).toEqual([])
})

test('a word of danger that is picked shows 120 first; whoever says it is not that bad goes on', async () => {
  await phoneOf(DU, own)
  await confirm()
  await button('就这样约')
  await shown.page.get('input[value=chest]').setValue(true)
  await soon(() => expect(words(shown.page.get('.emergency'))).toBe('您写了“胸闷”，先打120。人没事，再回来约。打120'))
  expect(words(shown.page)).not.toContain('就这样约')
  await (await button('人没事，接着约')).trigger('click')
  await (await button('就这样约')).trigger('click')
  await soon(() => expect(shown.router.currentRoute.value.path).toMatch(/^\/appointments/))
  expect((await outbox())[0]![1]).toMatchObject({ wish_note: '胸闷', is_danger_acknowledged: true })
})

test('another word of danger asks again; without one nothing is said about danger', async () => {
  await phoneOf(DU, own)
  await confirm()
  await button('就这样约')
  await shown.page.get('textarea').setValue('有点胸闷')
  await (await button('人没事，接着约')).trigger('click')
  await button('就这样约')
  await shown.page.get('textarea').setValue('有点胸闷，喘不上气')
  await soon(() => expect(shown.page.find('.emergency').exists()).toBe(true))
  await shown.page.get('textarea').setValue('有点头晕')
  await (await button('就这样约')).trigger('click')
  await soon(() => expect(shown.router.currentRoute.value.path).toMatch(/^\/appointments/))
  expect((await outbox())[0]![1]).toEqual({ services: [expect.anything()], wish_on: on, wish_part: 'morning', wish_note: '有点头晕', source: 'app_resident' })
})

test('an item that has been used up meanwhile is not booked', async () => {
  await phoneOf(DU, own)
  await confirm(`item=D11&on=${on}&part=morning`)
  await soon(() => expect(words(shown.page)).toContain('这一样刚有变动'))
  expect(words(shown.page)).not.toContain('就这样约')
})

test('an address typed by hand is not believed', () => {
  expect(wishOf({ item: 'D01', on: '2026-11-26', part: 'morning' })).toEqual({ item: 'D01', on: '2026-11-26', part: 'morning' })
  expect(wishOf({ item: ['a'], on: 'tomorrow', part: 'any' })).toEqual({})
})

test('family with a lesser scope see visits and the team, neither medicine nor contract', async () => {
  await phoneOf(SON, lesser)
  shown = await show(HomePage, '/home')
  await soon(() => expect(shown.page.findAll('.big a').map((one) => words(one).trim())).toEqual(['预约上门', '看安排', '联系家医']))
  expect(shown.page.get('.calls-team').attributes('href')).toBe('tel:08175550136')
  expect(words(shown.page.get('.visit-rows'))).toContain('量血压、看看情况')
})

test('who is signed in but was asked by nobody is told what to do', async () => {
  await phoneOf(SON, county)
  shown = await show(HomePage, '/home')
  await soon(() => expect(words(shown.page)).toContain('还没有人请您帮忙'))
})

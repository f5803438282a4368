import { describe, expect, test } from 'vitest'
import type { ContractBody, EntitlementBody, PackageBody, ServiceItemBody } from '../shared/documents'
import { bookable, includedIn, type BookableFacts } from './bookable'

function item(code: string, places: ServiceItemBody['places'] = ['home']): ServiceItemBody {
  return { id: code, code, category: code[0]!, name: code, name_en: code, roles: ['nurse'], places, minutes: 20, price_fen: 0, is_example_price: true, needs_two: false, needs_each_role: false, certificate: null }
}
function given(item_code: string, quota: number | null, left: number | null = quota, more: Partial<EntitlementBody> = {}): EntitlementBody {
  return { id: item_code, item_code, period_start_on: '2026-01-01', period_end_on: '2026-12-31', quota, reserved: 0, consumed: quota === null ? 0 : quota - left!, left, ...more }
}
function facts(entitlements: EntitlementBody[] | undefined, more: Partial<BookableFacts> = {}): BookableFacts {
  const contract = { id: 'c', status: 'active', package_ids: ['p'], entitlements } as unknown as ContractBody
  const items = [item('A02', ['clinic', 'home']), item('B06'), item('C01', ['clinic']), item('C04', ['home', 'clinic']), item('C07'), item('C09'), item('D01'), item('D03'), item('E05'), item('E07', ['institution'])]
  return { contract, packages: [], items, booking: { horizon_days: 14, items_apart: ['B06'] }, on: '2026-11-24', done_codes: [], pending_codes: [], lives_in_home: false, ...more }
}
const codes = (found: { code: string }[]) => found.map(({ code }) => code)

describe('what the package still has', () => {
  test('with some left, or without a limit; nothing that is used up', () => {
    expect(codes(bookable(facts([given('D01', 24, 7), given('C09', 2, 0), given('D03', null)])))).toEqual(['D01', 'D03'])
  })

  test('in the year of the visit, its last day included', () => {
    const years = [given('D01', 24, 0), given('D01', 24, 24, { id: 'next', period_start_on: '2027-01-01', period_end_on: '2027-12-31' })]
    expect(bookable(facts(years, { on: '2026-12-31' }))).toEqual([])
    expect(bookable(facts(years, { on: '2027-01-01' }))[0]?.entitlement?.id).toBe('next')
  })

  test('what this phone has asked for, and the contract does not know of yet, is no longer left', () => {
    expect(bookable(facts([given('D01', 24, 2)], { pending_codes: ['D01'] }))[0]?.entitlement).toMatchObject({ left: 1, reserved: 1 })
    expect(bookable(facts([given('D01', 24, 1)], { pending_codes: ['D01'] }))).toEqual([])
    expect(bookable(facts([given('D03', null)], { pending_codes: ['D03'] }))[0]?.entitlement?.left).toBeNull()
  })

  test('only while a contract is in force', () => {
    const ended = { ...facts([given('D01', 24, 7)]).contract!, status: 'expired' as const }
    expect(bookable(facts(undefined, { contract: ended }))).toEqual([])
    expect(bookable(facts(undefined, { contract: undefined }))).toEqual([])
  })
})

test('nothing that is done in the clinic only, is level 5, an emergency, or has a way of its own', () => {
  const all = ['A02', 'B06', 'C01', 'C04', 'E05', 'E07'].map((code) => given(code, 4))
  expect(codes(bookable(facts(all)))).toEqual(['A02'])
})

test('rounds come to those who live in an elder home', () => {
  expect(codes(bookable(facts([given('E07', 26)], { lives_in_home: true })))).toEqual(['E07'])
})

test('what was done most stands first, then nursing before treatment before assessment, and what is ordered as needed', () => {
  const all = ['A02', 'C07', 'C09', 'D01'].map((code) => given(code, 4)).concat(given('D03', null))
  expect(codes(bookable(facts(all)))).toEqual(['D01', 'C07', 'C09', 'A02', 'D03'])
  expect(codes(bookable(facts(all, { done_codes: ['D03', 'C09', 'D03'] })))).toEqual(['D03', 'C09', 'D01', 'C07', 'A02'])
})

describe('family who may not see how much is left', () => {
  const pack = (id: string, lines: string[], more: Partial<PackageBody> = {}) =>
    ({ id, code: id, version: 1, lines: lines.map((item_code) => ({ item_code })), contains: [], ...more }) as unknown as PackageBody

  test('choose from what the package includes, without numbers', () => {
    expect(bookable(facts(undefined, { packages: [pack('p', ['D01', 'C01'])] }))).toEqual([{ code: 'D01', item: item('D01') }])
  })

  test('also from packages inside it, each in its latest version', () => {
    const packages = [pack('p', ['D01'], { contains: [{ code: 'inner' }] }), pack('inner', ['A02']), pack('inner', ['A06'], { id: 'inner2', version: 2 }), pack('other', ['C07'])]
    expect(includedIn(['p'], packages)).toEqual(['D01', 'A06'])
  })
})

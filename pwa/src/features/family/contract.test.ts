import { expect, test } from 'vitest'
import type { ContractBody, EntitlementBody, PackageBody } from '../shared/documents'
import { endsSoon, ownFee, yearOf } from './contract'

const given = (item_code: string, quota: number | null, consumed = 0, reserved = 0, year = '2026'): EntitlementBody =>
  ({ id: item_code + year, item_code, period_start_on: `${year}-03-01`, period_end_on: `${Number(year) + 1}-02-28`, quota, consumed, reserved, left: quota === null ? null : quota - consumed - reserved })
const contract = (more: Partial<ContractBody>) => ({ status: 'active', ends_on: '2027-02-28', ...more }) as ContractBody

test('this year’s: begun ones first, then untouched and used-up ones, apart from what is given as needed', () => {
  const entitlements = [given('D11', 2, 2), given('A02', 1), given('D01', 24, 3), given('C09', 2, 0, 1), given('D03', null), given('C02', null), given('D01', 24, 0, 0, '2027')]
  const { counted, free } = yearOf(contract({ entitlements }), '2026-11-24')
  expect(counted.map(({ id }) => id)).toEqual(['D012026', 'C092026', 'A022026', 'D112026'])
  expect(free.map(({ item_code }) => item_code)).toEqual(['D03', 'C02'])
})

test('family who see less are told no numbers', () => {
  expect(yearOf(contract({}), '2026-11-24')).toEqual({ counted: [], free: [] })
})

test('what the elder pays is the sum of the own shares', () => {
  const pack = (resident?: number) => ({ payer_split: { insurance: 5000, ...(resident === undefined ? {} : { resident }) } }) as unknown as PackageBody
  expect(ownFee([pack(3000), pack(), pack(500)])).toBe(3500)
})

test.each([
  ['2026-12-29', null],
  ['2026-12-30', 60],
  ['2027-02-28', 0],
  ['2027-03-01', null],
])('on %s the end is %s days off, as far as one should know', (today, days) => {
  expect(endsSoon(contract({}), today)).toBe(days)
  expect(endsSoon(contract({ status: 'terminated' }), today)).toBeNull()
})

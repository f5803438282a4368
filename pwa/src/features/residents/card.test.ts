import { expect, test } from 'vitest'
import type { ContractBody, EntitlementBody, ProxyBody, ResidentPhone, ServiceItemBody } from '../shared/documents'
import { kinOf } from './family'
import { promisesOf } from './meters'
import { signingOf } from './signing'
import { trendOf } from './trend'

const TODAY = '2026-11-24'

test('people with a say find their number by name, then by what they are; further numbers follow', () => {
  const proxies = [
    { id: 'p1', name: '丁小兵', relation: 'son', scopes: ['book'], expires_on: '2027-01-01' }, { id: 'p2', name: '丁小琴', relation: 'daughter', scopes: ['view_full'], expires_on: null },
    { id: 'p3', name: '丁大海', relation: 'sibling', scopes: [], expires_on: '2026-11-24' },
  ] as unknown as ProxyBody[]
  const phones = [
    { id: 'own', number: '1', label: null, relation: 'self' }, { id: 'a', number: '2', label: '女儿', relation: 'daughter' }, { id: 'b', number: '3', label: '丁小兵', relation: 'son' },
    { id: 'c', number: '4', label: '隔壁', relation: 'other' },
  ] as ResidentPhone[]
  expect(kinOf(proxies, phones, TODAY).map(({ name, number }) => [name, number])).toEqual([['丁小兵', '3'], ['丁小琴', '2'], ['隔壁', '4']])
})

test('this year’s promises, what is done at home first; what is unlimited needs no meter', () => {
  const of = (item_code: string, quota: number | null, period_start_on = '2026-03-01', period_end_on = '2027-02-28') => ({ item_code, quota, period_start_on, period_end_on }) as EntitlementBody
  const contract = { entitlements: [of('A02', 1), of('E06', 2), of('C01', null), of('B01', 4), of('B08', 12), of('B01', 4, '2027-03-01', '2028-02-28')] } as ContractBody
  const items = new Map(['A02', 'B01'].map((code) => [code, { places: ['home'] } as ServiceItemBody]))
  expect(promisesOf(contract, items, TODAY).map(({ item_code }) => item_code)).toEqual(['B01', 'A02', 'B08', 'E06'])
})

test.each([
  ['nobody has signed', [], 'first'],
  ['one waits for the hand', [{ status: 'pending_sign' }], 'waits'],
  ['one is being looked at', [{ status: 'pending_review' }], null],
  ['one runs for long', [{ status: 'active', ends_on: '2027-06-01' }], null],
  ['one ends soon', [{ status: 'active', ends_on: '2027-01-10' }], 'next'],
  ['one ends soon and the next is signed', [{ status: 'active', ends_on: '2027-01-10' }, { status: 'renewal_signed' }], null],
  ['one rests', [{ status: 'suspended', ends_on: '2027-06-01' }], null],
  ['one has ended', [{ status: 'expired', ends_on: '2026-10-01' }], 'first'],
])('what there is to sign: %s', (_, contracts, expected) => {
  expect(signingOf(contracts as ContractBody[], 60, TODAY)).toBe(expected)
})

test('a trend keeps its box, higher is further up, and the target has its line', () => {
  const box = { width: 190, height: 84, margin: { x: 12, top: 24, bottom: 10 } }
  const { points, target_y } = trendOf([148, 152, 158], 150, box)
  expect(points.map(({ x }) => x)).toEqual([12, 95, 178])
  expect(points[0]!.y).toBeGreaterThan(target_y)
  expect(points[2]!.y).toBeLessThan(target_y)
  for (const { y } of points) expect(y >= 24 && y <= 74).toBe(true)
})

test('steady readings do not make a mountain', () => {
  const { points } = trendOf([130, 132, 131], 140, { width: 190, height: 84, margin: { x: 12, top: 24, bottom: 10 } })
  expect(Math.abs(points[0]!.y - points[1]!.y)).toBeLessThan(8)
})

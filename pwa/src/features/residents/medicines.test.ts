import { expect, test } from 'vitest'
import type { PrescriptionBody, RefillRequestBody } from '../shared/documents'
import { medicinesOf } from './medicines'

const TODAY = '2026-11-24'
const prescribed = (id: string, name: string, issued_on: string, supply_end_on: string | null): PrescriptionBody =>
  ({ id, issued_on, supply_end_on, drugs: [{ drug_id: name, name, dose_text: '每天1片', daily_dose: 1 }] }) as unknown as PrescriptionBody
const left = (prescriptions: PrescriptionBody[], requests: RefillRequestBody[] = []) => medicinesOf(prescriptions, requests, TODAY).map(({ name, days_left }) => [name, days_left])

test('what runs out first stands first', () => {
  expect(left([prescribed('a', '二甲双胍', '2026-11-15', '2026-12-13'), prescribed('b', '氨氯地平', '2026-11-02', '2026-11-30')])).toEqual([['氨氯地平', 6], ['二甲双胍', 19]])
})

test('of one drug the latest box counts', () => {
  expect(left([prescribed('a', '氨氯地平', '2026-10-05', '2026-11-02'), prescribed('b', '氨氯地平', '2026-11-02', '2026-11-30')])).toEqual([['氨氯地平', 6]])
})

test('one that is not handed over yet waits behind the box at home', () => {
  expect(left([prescribed('a', '氨氯地平', '2026-10-28', '2026-11-25'), prescribed('b', '氨氯地平', '2026-11-23', null)])).toEqual([['氨氯地平', 1]])
  expect(left([prescribed('b', '氨氯地平', '2026-11-23', null)])).toEqual([['氨氯地平', null]])
})

test('used up is said, long forgotten is not', () => {
  expect(left([prescribed('a', '氨氯地平', '2026-10-20', '2026-11-20'), prescribed('b', '阿托伐他汀', '2026-06-01', '2026-07-01')])).toEqual([['氨氯地平', 0]])
})

test('a refill that was asked for is seen', () => {
  const [medicine] = medicinesOf([prescribed('a', '氨氯地平', '2026-11-02', '2026-11-30')], [{ prescription_id: 'a', status: 'pending' } as RefillRequestBody], TODAY)
  expect(medicine?.is_asked_for).toBe(true)
})

// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { byUrgency, paidText, standingOf, type Bill } from './bill'

const bill = (id: string, done_on: string, resident: number, payment: Bill['payment'] = null): Bill => ({
  id, visit_id: id, resident_id: 'r', number: 1, done_on, lines: [], payers: { insurance: 0, ltc: 0, voucher: 0, package: 0, resident }, total_fen: resident,
  materials_fen: 0, insurance_fen: 0, ltc_fen: 0, has_voucher: false, is_example_price: true, payment,
})
const paid = (amount_fen: number, paid_on = '2026-11-21'): Bill['payment'] => ({ amount_fen, how: 'cash', paid_on })

test('nothing to pay, still to pay, paid, and paid something else than the bill says now', () => {
  const standings = [bill('1', '2026-11-20', 0), bill('2', '2026-11-20', 100), bill('3', '2026-11-20', 100, paid(100)), bill('4', '2026-11-20', 100, paid(80))].map(standingOf)
  expect(standings).toEqual(['nothing', 'open', 'paid', 'differs'])
})

test('who has owed longest stands first; what was corrected after it was paid is open again', () => {
  const { open, paid: settled } = byUrgency([bill('b', '2026-11-20', 100), bill('a', '2026-11-02', 100), bill('c', '2026-11-10', 90, paid(100)), bill('d', '2026-11-01', 100, paid(100))])
  expect(open.map(({ id }) => id)).toEqual(['a', 'c', 'b'])
  expect(settled.map(({ id }) => id)).toEqual(['d'])
})

test('in words: when, how much, how, and what does not fit', () => {
  expect(paidText(bill('1', '2026-11-20', 12_000, paid(12_000)), '2026-11-22')).toBe('11月21日付了120元，现金')
  expect(paidText(bill('1', '2026-11-20', 12_500, paid(12_000)), '2026-11-22')).toContain('现在算下来该付125元')
  expect(paidText(bill('1', '2026-11-20', 12_000))).toBe('还没付')
})

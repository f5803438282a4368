import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/contract_terms.json'
import { termOf } from './term'

test.each(cases)('$id', ({ starts_on, years, ends_on }) => {
  expect(termOf(starts_on, years, { starts_after_days: 0 })).toEqual({ starts_on, ends_on })
})

const NEXT_DAY = { starts_after_days: 1 }

test.each([
  ['covered from the day after the signature', undefined, '2026-11-25', '2027-11-24'],
  ['a renewal begins when the old one has ended', '2026-12-31', '2027-01-01', '2027-12-31'],
  ['one that has lapsed leaves a gap', '2026-11-10', '2026-11-25', '2027-11-24'],
])('%s', (_, before_ends_on, starts_on, ends_on) => {
  expect(termOf('2026-11-24', 1, NEXT_DAY, before_ends_on)).toEqual({ starts_on, ends_on })
})

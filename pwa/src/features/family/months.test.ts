import { expect, test } from 'vitest'
import { addMonths } from './months'

test.each([
  ['2026-11-24', 12, '2027-11-24'],
  ['2026-11-24', 6, '2027-05-24'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-12-31', 36, '2029-12-31'],
])('%s and %i months more is %s', (on, months, until) => {
  expect(addMonths(on, months)).toBe(until)
})

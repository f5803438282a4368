import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/service_plans.json'
import { addMonths, months, windows } from './plan'

interface Case extends Omit<(typeof cases)[number], 'rests'> {
  rests?: (string | null)[][]
}

test.each((cases as Case[]).map((one) => [one.name, one] as const))('%s', (_name, { owed, done_on, today, due_on, rests: told = [], windows: expected, months: strip }) => {
  const rests = told.map(([from_on, until_on]) => ({ from_on: from_on!, until_on: until_on ?? null }))
  const found = windows(owed, done_on, today, due_on, 3, rests)
  expect(found.map((one) => [one.first_on, one.last_on, one.state, one.done_on])).toEqual(expected)
  expect(months(owed.first_on, found, rests)).toEqual(strip)
})

test('a month is at its end where the next is shorter', () => {
  expect([addMonths('2026-11-30', 3), addMonths('2028-01-31', 1), addMonths('2026-12-15', 1)]).toEqual(['2027-02-28', '2028-02-29', '2027-01-15'])
})

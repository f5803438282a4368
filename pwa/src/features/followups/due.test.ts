import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/next_due.json'
import tables from '../../../../tests/tables/rule_tables.json'
import type { FollowupClass } from './classify'
import { addMonths, nextDueOn } from './due'
import { workingCalendar } from './workdays'

const CALENDAR = workingCalendar(tables.holidays, tables.festivals[0]!)
const SCHEDULE = tables.followup_schedule[0]!

test.each(cases)('$id', ({ held_on, class: outcome, due_on }) => {
  expect(nextDueOn(held_on, outcome as FollowupClass, CALENDAR, SCHEDULE)).toBe(due_on)
})

test.each([
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %s months is %s', (on, months, later) => {
  expect(addMonths(on, months)).toBe(later)
})

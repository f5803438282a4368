import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/working_days.json'
import tables from '../../../../tests/tables/rule_tables.json'
import { addDays } from '@/i18n/calendar'
import { workingCalendar } from './workdays'

const CALENDAR = workingCalendar(tables.holidays, tables.festivals[0]!)

test.each(cases)('$id', ({ on, is_working }) => {
  expect(CALENDAR.isWorking(on)).toBe(is_working)
})

test('2026 has 248 working days', () => {
  const year = Array.from({ length: 365 }, (_, n) => addDays('2026-01-01', n))
  expect(year.filter((on) => CALENDAR.isWorking(on))).toHaveLength(248)
})

import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/two_persons.json'
import tables from '../../../../tests/tables/rule_tables.json'
import { isAtNight, mayGo } from './safety'

test.each(cases)('$id', ({ facts, code }) => {
  expect(mayGo(facts, tables.visit_safety[0]!)?.reason ?? null).toBe(code)
})

test.each([['07:59', true], ['08:00', false], ['18:00', false], ['18:01', true]])('night at %s: %s', (time, is_so) => {
  expect(isAtNight(new Date(`2026-11-24T${time}:00+08:00`).toISOString(), tables.visit_booking[0]!)).toBe(is_so)
})

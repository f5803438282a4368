import { describe, expect, test } from 'vitest'
import { firstFree, offeredDays, weekOf } from './days'

const NO_FESTIVALS = { fixed: ['01-01'], lunar: {} }
const NOTICE = { year: 2026, days_off: [{ first: '2026-10-01', last: '2026-10-07' }], days_worked: ['2026-10-10'] }
const days = (...args: Parameters<typeof offeredDays>) => offeredDays(...args).map(({ on }) => on)

test('working days from tomorrow to the last that can be booked', () => {
  expect(days('2026-11-24', 7, [], NO_FESTIVALS)).toEqual(['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01'])
})

test('not in a holiday, but on the Saturday worked instead', () => {
  expect(days('2026-09-30', 11, [NOTICE], NO_FESTIVALS)).toEqual(['2026-10-08', '2026-10-09', '2026-10-10'])
})

describe('what is booked out', () => {
  const slot = (starts_at: string, free_count: number) => ({ starts_at, free_count })
  const day = (slots: { starts_at: string; free_count: number }[]) => offeredDays('2026-11-24', 1, [], NO_FESTIVALS, [{ on: '2026-11-25', slots }])[0]!.full

  test('a part without a free window', () => {
    expect(day([slot('2026-11-25T01:00:00Z', 0), slot('2026-11-25T06:00:00Z', 2)])).toEqual(['morning'])
  })
  test('noon belongs to the afternoon', () => {
    expect(day([slot('2026-11-25T03:00:00Z', 1), slot('2026-11-25T04:00:00Z', 0)])).toEqual(['afternoon'])
  })
  test('nothing is said of a day that is not known, as without signal', () => {
    expect(day([])).toEqual([])
    expect(offeredDays('2026-11-24', 1, [], NO_FESTIVALS)[0]!.full).toEqual([])
  })
})

test.each([
  [[{ on: '2026-11-25', full: [] }], { on: '2026-11-25', part: 'morning' }],
  [[{ on: '2026-11-25', full: ['morning'] }], { on: '2026-11-25', part: 'afternoon' }],
  [[{ on: '2026-11-25', full: ['morning', 'afternoon'] }, { on: '2026-11-26', full: [] }], { on: '2026-11-26', part: 'morning' }],
  [[{ on: '2026-11-25', full: ['morning', 'afternoon'] }], undefined],
  [[], undefined],
] as const)('the first time free of %j is %j', (days, first) => {
  expect(firstFree(days)).toEqual(first)
})

test.each([
  ['2026-11-24', '2026-11-29', 'this'],
  ['2026-11-24', '2026-11-30', 'next'],
  ['2026-11-24', '2026-12-06', 'next'],
  ['2026-11-24', '2026-12-07', null],
  ['2026-11-29', '2026-11-30', 'next'],
] as const)('seen from %s, %s lies in %s week', (today, on, week) => {
  expect(weekOf(on, today)).toBe(week)
})

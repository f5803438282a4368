import { expect, test } from 'vitest'
import tables from '../../../../tests/tables/rule_tables.json'
import { clockText } from '@/i18n/dates'
import { at, NOW, planned, TODAY, visit } from './sample'
import { busyWith, dayOf, minutesOf, partOf, startsOn, windowAt, type Booking } from './windows'

const BOOKING: Booking = tables.visit_booking[0]!
const TOMORROW = '2026-11-25'

test('a morning begins at eight and ends before noon, by half hours', () => {
  expect(startsOn(TOMORROW, 'morning', BOOKING, NOW).map(clockText)).toEqual(['8:00', '8:30', '9:00', '9:30', '10:00', '10:30', '11:00', '11:30'])
})

test('an afternoon goes on to the last start of the day', () => {
  const starts = startsOn(TOMORROW, 'afternoon', BOOKING, NOW).map(clockText)
  expect([starts[0], starts.at(-1)]).toEqual(['12:00', '18:00'])
})

test('today only what is still to come', () => {
  expect(clockText(startsOn(TODAY, 'any', BOOKING, NOW)[0]!)).toBe('11:00')
})

test('noon belongs to the afternoon', () => {
  expect([partOf(at(11, 30), BOOKING), partOf(at(12), BOOKING)]).toEqual(['morning', 'afternoon'])
})

test('services take their time one after the other, and a short one still takes half an hour', () => {
  const items = new Map([['A02', { minutes: 60 }], ['B01', { minutes: 15 }]])
  expect(minutesOf(['A02', 'A02'], items)).toBe(120)
  expect(minutesOf(['B01'], items)).toBe(30)
  expect(minutesOf(['Z99'], items)).toBe(30)
})

test('a day stands in the order of the way, then of the clock', () => {
  const visits = [
    planned('late', ['nurse'], [15], [16]), planned('early', ['nurse'], [9], [10]), planned('second', ['nurse'], [14], [15], { order_nos: { nurse: 2, doctor: 1 } }),
    planned('first', ['nurse'], [16], [17], { order_nos: { nurse: 1 } }), planned('other', ['doctor'], [9], [10]), planned('off', ['nurse'], [9], [10], { status: 'cancelled' }),
  ]
  expect(dayOf('nurse', TODAY, visits).map(({ id }) => id)).toEqual(['first', 'second', 'early', 'late'])
})

test('windows that only touch do not keep anybody', () => {
  const day = [planned('a', ['nurse'], [9], [9, 40])]
  expect(busyWith(day, windowAt(at(9, 40), 30), BOOKING)).toBeUndefined()
  expect(busyWith(day, windowAt(at(9, 30), 30), BOOKING)).toMatchObject({ visit: { id: 'a' } })
  expect(busyWith(day, windowAt(at(8, 30), 30), BOOKING)).toBeUndefined()
})

test('the visit that is being planned does not stand in its own way', () => {
  expect(busyWith([planned('a', ['nurse'], [9], [10])], windowAt(at(9), 30), BOOKING, 'a')).toBeUndefined()
})

test('whoever came out early is free again, but the stop counts for the day', () => {
  const day = [planned('a', ['nurse'], [9], [12], { status: 'completed' })]
  expect(busyWith(day, windowAt(at(11), 30), BOOKING)).toBeUndefined()
  const six = Array.from({ length: 6 }, (_, n) => planned(`v${n}`, ['nurse'], [8 + n], [8 + n, 30], { status: 'verified' }))
  expect(busyWith(six, windowAt(at(16), 30), BOOKING)).toEqual({ full: 6 })
})

test('a visit without a time keeps nobody', () => {
  expect(busyWith([visit('a', { clinician_ids: ['nurse'] })], windowAt(at(9), 30), BOOKING)).toBeUndefined()
})

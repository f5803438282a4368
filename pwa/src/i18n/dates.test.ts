// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import cases from '../../../tests/tables/date_texts.json'
import * as dates from './dates'
import { setLanguage, type Language } from './index'

type Case = { id: string; lang: string; kind: string; input: string | number | number[]; today: string; expected: string }

const FORMAT: Record<string, (input: never, today: string) => string> = {
  date: dates.dateText, day: dates.dayText, near_day: dates.nearDayText, time: dates.timeText, moment: dates.momentText,
  near_moment: dates.nearMomentText, clock: dates.clockText, due: dates.dueText, ago: dates.agoText,
  duration: (minutes: number) => dates.durationText(minutes), distance: (metres: number) => dates.distanceText(metres),
  number: (value: number) => dates.numberText(value), money: (fen: number) => dates.moneyText(fen),
  percent: ([numerator, denominator]: [number, number]) => dates.percentText(numerator, denominator),
}

test.each(cases as Case[])('$id', async ({ lang, kind, input, today, expected }) => {
  await setLanguage(lang as Language)
  expect(FORMAT[kind]!(input as never, today)).toBe(expected)
})

test('a day begins at midnight in Shanghai, not where the phone is', () => {
  expect(dates.todayOn(Date.parse('2026-11-24T15:59:59Z'))).toBe('2026-11-24')
  expect(dates.todayOn(Date.parse('2026-11-24T16:00:00Z'))).toBe('2026-11-25')
})

test('a wall time in Shanghai is a moment everywhere', () => {
  expect(dates.momentAt('2026-11-26', 9)).toBe('2026-11-26T01:00:00.000Z')
  expect(dates.momentAt('2026-11-26', 0, 30)).toBe('2026-11-25T16:30:00.000Z')
})

test.each([
  ['before the birthday', '1946-11-25', 79],
  ['on the birthday', '1946-11-24', 80],
  ['born on 29 February', '1944-02-29', 82],
])('age: %s', (_, birth_on, age) => {
  expect(dates.ageOn(birth_on, '2026-11-24')).toBe(age)
})

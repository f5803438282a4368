// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { byArea, corners, fractionText, monthEnds, queryOf, rateText, type Indicator, type Told } from './indicators'

const told = (numerator: number | null, denominator: number | null, untold: Told['untold'] = null): Told => ({ numerator, denominator, percent: null, untold })

test('a rate stands with its fraction; where there is none, the reason stands in its place and never 0', () => {
  expect([fractionText(told(1, 8)), rateText(told(1, 8))]).toEqual(['1 / 8', '12.5%'])
  expect([fractionText(told(0, 0, 'nobody')), rateText(told(0, 0, 'nobody'))]).toEqual(['0 / 0', '没有人'])
  expect([fractionText(told(null, null, 'no_data')), rateText(told(null, null, 'no_data'))]).toEqual(['—', '没有数据'])
  expect([fractionText(told(null, 29, 'too_few_answers')), rateText(told(null, 29, 'too_few_answers'))]).toEqual(['29份回答', '样本不足'])
})

test('a line goes through the rates that there are, on a scale from nothing to all', () => {
  expect(corners([{ percent: 0 }, { percent: null }, { percent: 100 }], 100, 20)).toEqual([{ x: 0, y: 20 }, { x: 100, y: 0 }])
})

test('days to count on: today, then ends of months', () => {
  expect(monthEnds('2026-03-15', 2)).toEqual(['2026-03-15', '2026-02-28', '2026-01-31'])
})

test('only what is chosen is asked for', () => {
  expect(queryOf({ on: '', organization_id: '', team_id: 't', village: '' })).toEqual({ team_id: 't' })
})

test('indicators stand under their headings, in the order they came', () => {
  const items = [{ code: 'a', area: 'signing' }, { code: 'b', area: 'health' }, { code: 'c', area: 'signing' }] as Indicator[]
  expect(byArea(items).map(({ area, items: found }) => [area, found.map(({ code }) => code)])).toEqual([['signing', ['a', 'c']], ['health', ['b']]])
})

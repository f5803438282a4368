import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/vitals.json'
import tables from '../../../../tests/tables/rule_tables.json'
import { guard, remarks, type Values, type Vitals } from './vitals'

interface Case {
  id: string
  kind: string
  values: Values
  unit: string
  outcome: string
  code?: string
  becomes?: Values
  measures?: string[]
  remarks?: string[][]
}

const VITALS = tables.vitals[0] as unknown as Vitals

test.each(cases as unknown as Case[])('$id', ({ kind, values, unit, outcome, ...expected }) => {
  const found = guard(kind, values, unit, VITALS)
  expect(found.outcome).toBe(outcome)
  if (found.outcome === 'refused') return expect(found.reason).toBe(expected.code)
  expect(found.values).toEqual(expected.becomes)
  expect('measures' in found ? found.measures : undefined).toEqual(expected.measures)
  expect(remarks(found.values, VITALS).map(({ measure, level }) => [measure, level])).toEqual(expected.remarks)
})

test.each([Number.NaN, Infinity, -Infinity, 1e308, -1])('%s is no pulse', (pulse) => {
  expect(guard('pulse', { pulse }, 'bpm', VITALS).outcome).toBe('refused')
})

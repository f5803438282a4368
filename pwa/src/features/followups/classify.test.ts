import { expect, test } from 'vitest'
import glucoses from '../../../../tests/tables/diabetes.json'
import pressures from '../../../../tests/tables/hypertension.json'
import tables from '../../../../tests/tables/rule_tables.json'
import { classifyGlucose, classifyPressure, isInTarget, targetAt, type GlucoseVisit, type PressureVisit } from './classify'

const HYPERTENSION = tables.hypertension[0]!
const DIABETES = tables.diabetes[0]!

test.each(pressures as { id: string; visit: PressureVisit; becomes: string }[])('$id', ({ visit, becomes }) => {
  expect(classifyPressure(visit, HYPERTENSION)).toBe(becomes)
})

test.each(glucoses as { id: string; visit: GlucoseVisit; becomes: string }[])('$id', ({ visit, becomes }) => {
  expect(classifyGlucose(visit, DIABETES)).toBe(becomes)
})

test('the two targets stand side by side', () => {
  expect(isInTarget(138, 84, targetAt(60, HYPERTENSION.kpi_target))).toBe(true)
  expect(isInTarget(138, 84, targetAt(60, HYPERTENSION.clinical_target))).toBe(false)
})

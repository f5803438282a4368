import { expect, test } from 'vitest'
import glucoses from '../../../../tests/tables/diabetes.json'
import pressures from '../../../../tests/tables/hypertension.json'
import tables from '../../../../tests/tables/rule_tables.json'
import { classify, glucoseCourse, isInTarget, isJudged, pressureCourse, referralReasons, targetAt, type GlucoseVisit, type PressureVisit } from './classify'

const HYPERTENSION = tables.hypertension[0]!
const DIABETES = tables.diabetes[0]!

interface Case<Visit> {
  id: string
  visit: Visit
  becomes: string | null
  reasons?: string[]
}

test.each(pressures as Case<PressureVisit>[])('$id', ({ visit, becomes, reasons = [] }) => {
  const course = pressureCourse(visit, HYPERTENSION)
  expect([classify(course), referralReasons(course)]).toEqual([becomes, reasons])
})

test.each(glucoses as Case<GlucoseVisit>[])('$id', ({ visit, becomes, reasons = [] }) => {
  const course = glucoseCourse(visit, DIABETES)
  expect(isJudged(visit, course)).toBe(becomes !== null)
  if (becomes) expect([classify(course), referralReasons(course)]).toEqual([becomes, reasons])
})

test('the two targets stand side by side', () => {
  expect(isInTarget(138, 84, targetAt(60, HYPERTENSION.kpi_target))).toBe(true)
  expect(isInTarget(138, 84, targetAt(60, HYPERTENSION.clinical_target))).toBe(false)
})

import { expect, test } from 'vitest'
import packages from '../../../../tests/tables/packages.json'
import quotas from '../../../../tests/tables/package_quotas.json'
import targets from '../../../../tests/tables/package_targets.json'
import type { PackageBody } from '../shared/documents'
import { mayHold, mergedQuotas, type TargetFacts } from './packages'

const BY_CODE = new Map((packages as unknown as PackageBody[]).map((one) => [one.code, one]))
/** The day of the cases. */
const TODAY = '2026-11-24'

test.each(targets as { id: string; package: string; facts: TargetFacts; is_eligible: boolean }[])('$id', ({ package: code, facts, is_eligible }) => {
  expect(mayHold(BY_CODE.get(code)!, facts, TODAY)).toBe(is_eligible)
})

test.each(quotas as unknown as { id: string; held: string[]; facts: TargetFacts; quotas: Record<string, number | null> }[])('$id', ({ held, facts, quotas: expected }) => {
  expect(Object.fromEntries(mergedQuotas(held.map((code) => BY_CODE.get(code)!), BY_CODE, facts, TODAY))).toEqual(expected)
})

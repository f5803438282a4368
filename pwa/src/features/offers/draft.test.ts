import { expect, test } from 'vitest'
import packages from '../../../../tests/tables/packages.json'
import { fenOf, yuanOf } from '../shared/money'
import { bodyOf, codeOf, countOf, fieldsOf, PAYERS, totalOf, type Package } from './draft'
import { criterionOf, faultsOf, whomOf } from './whom'

const ALL = packages as unknown as Package[]

test.each(ALL.map((one) => [one.code, one] as const))('%s read into the fields and written again is the same', (_code, one) => {
  const body = bodyOf(one, fieldsOf(one))!
  expect(body.total_fen).toBe(one.total_fen)
  expect(PAYERS.map((payer) => body.payer_split[payer] ?? 0)).toEqual(PAYERS.map((payer) => one.payer_split[payer] ?? 0))
  expect(body.lines.map(({ item_code, quota }) => [item_code, quota ?? null])).toEqual(one.lines.map(({ item_code, quota }) => [item_code, quota ?? null]))
  expect(body.contains?.map(({ code }) => code)).toEqual(one.contains.map(({ code }) => code))
})

test('the price is what the payers give, to the fen', () => {
  const fields = fieldsOf(ALL[2]!)
  fields.payers = { public_health: '70.10', insurance: '0.2', institution: '', resident: '１２' }
  expect(totalOf(fields.payers)).toBe(7010 + 20 + 1200)
  expect(bodyOf(ALL[2]!, fields)!.total_fen).toBe(8230)
})

test.each(['-1', '1.234', '1e3', '一百', '12,5'])('%s is no amount, and nothing is sent', (typed) => {
  expect(fenOf(typed)).toBeUndefined()
  const fields = fieldsOf(ALL[2]!)
  fields.payers.resident = typed
  expect(bodyOf(ALL[2]!, fields)).toBeUndefined()
})

test('amounts go there and back', () => {
  for (const fen of [0, 1, 10, 99, 100, 101, 12_345, 99_999_999]) expect(fenOf(yuanOf(fen))).toBe(fen)
})

test.each([['', null], ['4', 4], [' １２ ', 12], ['0', undefined], ['1001', undefined], ['x', undefined]] as const)('%j times a year is %j', (typed, count) => {
  expect(countOf(typed)).toBe(count)
})

const filled = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_key, one: unknown) => (one === null || one === false || (Array.isArray(one) && !one.length) ? undefined : one)))

test.each(ALL.map((one) => [one.code, one] as const))('%s: for whom, what it contains and excludes go there and back', (_code, one) => {
  const body = bodyOf(one, fieldsOf(one))!
  const target = one.target.map((each) => ({ ...each, conditions_min: (each as { conditions?: string[] }).conditions?.length ? (each as { conditions_min?: number }).conditions_min ?? 1 : undefined }))
  expect(filled(body.target)).toEqual(filled(target))
  expect([body.tier, body.line, body.excludes]).toEqual([one.tier, one.line, one.excludes])
})

test('for whom: ticked and typed; an age that is none is not sent', () => {
  const fields = fieldsOf(ALL[0]!)
  fields.whom = [{ ...whomOf({}), age_from: '65', conditions: ['hypertension', 'diabetes'], conditions_min: '3', ability_level_from: '2', is_flagged_disabled: true }]
  expect(bodyOf(ALL[0]!, fields)!.target).toEqual([{ age_from: 65, conditions: ['hypertension', 'diabetes'], conditions_min: 2, ability_level_from: 2, is_flagged_disabled: true }])
  fields.whom[0]!.age_from = '151'
  expect(bodyOf(ALL[0]!, fields)).toBeUndefined()
})

test('for whom: discharge, diagnosis, surgery and beds', () => {
  const stroke = { ...whomOf({}), discharged_within_days: '180', icd10_from: 'i60', icd10_to: ' Ｉ64 ', had_orthopaedic_surgery: true, institution_beds_from: '100' }
  expect(criterionOf(stroke)).toEqual({ discharged_within_days: 180, discharge_icd10_from: 'I60', discharge_icd10_to: 'I64', had_orthopaedic_surgery: true, institution_beds_from: 100 })
  expect(criterionOf({ ...stroke, icd10_to: '' }), 'one alone').toMatchObject({ discharge_icd10_from: 'I60', discharge_icd10_to: 'I60' })
})

test.each([
  [{ discharged_within_days: '半年' }, 'days'], [{ discharged_within_days: '3661' }, 'days'], [{ icd10_from: 'I64', icd10_to: 'I60' }, 'range'], [{ icd10_to: 'I64' }, 'range'],
  [{ icd10_from: '中风' }, 'range'], [{ institution_beds_from: '-1' }, 'beds'],
])('%j is not sent, and says which field', (typed, fault) => {
  expect(faultsOf({ ...whomOf({}), ...typed })).toEqual([fault])
})

test.each([['p9', 'P9'], [' Ｐ１０ ', 'P10'], ['P1', undefined], ['9P', undefined], ['包', undefined], ['', undefined]])('%j as the code of a new package is %j', (typed, code) => {
  expect(codeOf(typed, ['P0', 'P1'])).toBe(code)
})

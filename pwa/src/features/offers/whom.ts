import type { Criterion } from '../shared/documents'

/** For whom a package is, or a part of it: what is ticked and typed, and the criterion that it makes. Pure. Source: domain rules §2.3. */

export const CONDITIONS = ['hypertension', 'diabetes', 'dyslipidaemia'] as const
const MAX = { age: 150, days: 3660, beds: 100_000 }
const ICD10 = /^[A-Z]\d{2}(\.\d{1,2})?$/

/** One way of several: all of it must hold. */
export interface WhomFields {
  age_from: string
  group: string
  conditions: string[]
  /** How many of the conditions. */
  conditions_min: string
  ability_level_from: string
  ltc_level_from: string
  is_flagged_disabled: boolean
  /** Days since the discharge. */
  discharged_within_days: string
  icd10_from: string
  icd10_to: string
  had_orthopaedic_surgery: boolean
  institution_beds_from: string
}
export type Fault = 'age' | 'days' | 'range' | 'beds'

/** A whole number as typed: null is nothing, undefined none that can be. */
export function wholeOf(typed: string, least: number, most: number): number | null | undefined {
  const text = typed.normalize('NFKC').trim()
  if (!text) return null
  return /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined
}

export function whomOf(one: Criterion): WhomFields {
  const typed = (value: number | null | undefined): string => (value == null ? '' : String(value))
  return {
    age_from: one.age_from ? String(one.age_from) : '', group: one.group ?? '', conditions: [...(one.conditions ?? [])], conditions_min: String(one.conditions_min ?? 1),
    ability_level_from: one.ability_level_from ? String(one.ability_level_from) : '', ltc_level_from: one.ltc_level_from ? String(one.ltc_level_from) : '',
    is_flagged_disabled: one.is_flagged_disabled === true, discharged_within_days: typed(one.discharged_within_days), icd10_from: one.discharge_icd10_from ?? '',
    icd10_to: one.discharge_icd10_to ?? '', had_orthopaedic_surgery: one.had_orthopaedic_surgery === true, institution_beds_from: typed(one.institution_beds_from),
  }
}

/** Which of its fields hold what cannot be. */
export function faultsOf(one: WhomFields): Fault[] {
  const found = { age: ageOf(one), days: daysOf(one), range: rangeOf(one), beds: bedsOf(one) }
  return (Object.keys(found) as Fault[]).filter((name) => found[name] === undefined)
}

/** Undefined while a field holds what cannot be. */
export function criterionOf(one: WhomFields): Criterion | undefined {
  if (faultsOf(one).length) return undefined
  const [age, days, beds, { length }] = [ageOf(one), daysOf(one), bedsOf(one), one.conditions]
  return {
    ...(age ? { age_from: age } : {}), ...(one.group ? { group: one.group } : {}),
    ...(length ? { conditions: [...one.conditions], conditions_min: Math.min(Number(one.conditions_min) || 1, length) } : {}),
    ...(one.ability_level_from ? { ability_level_from: Number(one.ability_level_from) } : {}), ...(one.ltc_level_from ? { ltc_level_from: Number(one.ltc_level_from) } : {}),
    ...(one.is_flagged_disabled ? { is_flagged_disabled: true } : {}), ...(days == null ? {} : { discharged_within_days: days }), ...rangeOf(one),
    ...(one.had_orthopaedic_surgery ? { had_orthopaedic_surgery: true } : {}), ...(beds == null ? {} : { institution_beds_from: beds }),
  }
}

const ageOf = ({ age_from }: WhomFields) => wholeOf(age_from, 1, MAX.age)
const daysOf = ({ discharged_within_days }: WhomFields) => wholeOf(discharged_within_days, 0, MAX.days)
const bedsOf = ({ institution_beds_from }: WhomFields) => wholeOf(institution_beds_from, 0, MAX.beds)

/** From a first diagnosis to a last one; one alone is that one alone. */
function rangeOf({ icd10_from, icd10_to }: WhomFields): Pick<Criterion, 'discharge_icd10_from' | 'discharge_icd10_to'> | undefined {
  const [first, last] = [icd10_from, icd10_to].map((typed) => typed.normalize('NFKC').trim().toUpperCase()) as [string, string]
  if (!first && !last) return {}
  const end = last || first
  return ICD10.test(first) && ICD10.test(end) && first <= end ? { discharge_icd10_from: first, discharge_icd10_to: end } : undefined
}

/** Without what is not said. */
export function bare<T extends object>(one: T): { [key: string]: never } {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value != null)) as { [key: string]: never }
}

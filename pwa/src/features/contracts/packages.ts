import { daysBetween } from '@/i18n/calendar'
import type { Criterion, PackageBody } from '../shared/documents'

/**
 * Which packages are meant for somebody, and what they entitle to.
 *
 * The twin of jiayi/contracts/packages.py; both are held to tests/tables/package_targets.json and package_quotas.json.
 */

export interface TargetFacts {
  age: number
  groups?: readonly string[]
  conditions?: readonly string[]
  ability_level?: number | null
  ltc_level?: number | null
  is_flagged_disabled?: boolean
  discharged_on?: string | null
  discharge_diagnoses?: readonly string[]
  had_orthopaedic_surgery?: boolean
  /** Beds of the contracted home somebody lives in. */
  institution_beds?: number | null
}

/** Count per service item and contract year; null is as needed. */
export type Quotas = ReadonlyMap<string, number | null>
type Bundle = Pick<PackageBody, 'code' | 'lines' | 'contains'>

export function mayHold({ target }: Pick<PackageBody, 'target'>, facts: TargetFacts, today: string): boolean {
  return target.some((criterion) => meets(criterion, facts, today))
}

/** Whether every condition that the criterion sets holds on that day. */
export function meets(criterion: Criterion, facts: TargetFacts, today: string): boolean {
  const { age_from, group, conditions = [], conditions_min = 1, is_flagged_disabled, had_orthopaedic_surgery } = criterion
  return (
    reaches(facts.age, age_from) &&
    (!group || (facts.groups ?? []).includes(group)) &&
    (!conditions.length || conditions.filter((one) => facts.conditions?.includes(one)).length >= conditions_min) &&
    reaches(facts.ability_level, criterion.ability_level_from) &&
    reaches(facts.ltc_level, criterion.ltc_level_from) &&
    (is_flagged_disabled == null || is_flagged_disabled === (facts.is_flagged_disabled ?? false)) &&
    wasDischarged(criterion, facts, today) &&
    (had_orthopaedic_surgery == null || had_orthopaedic_surgery === (facts.had_orthopaedic_surgery ?? false)) &&
    reaches(facts.institution_beds, criterion.institution_beds_from)
  )
}

/** What packages held together entitle to: of a shared item the larger count, as needed above any count. */
export function mergedQuotas(held: readonly Bundle[], by_code: ReadonlyMap<string, Bundle>, facts: TargetFacts, today: string): Quotas {
  const quotas = new Map<string, number | null>()
  for (const { lines } of held.flatMap((one) => unfolded(one, by_code, facts, today))) {
    for (const { item_code, quota = null, when } of lines) {
      if (when && !meets(when, facts, today)) continue
      const known = quotas.get(item_code)
      quotas.set(item_code, known === undefined ? quota : known === null || quota === null ? null : Math.max(known, quota))
    }
  }
  return new Map([...quotas].sort(([a], [b]) => a.localeCompare(b)))
}

function unfolded(one: Bundle, by_code: ReadonlyMap<string, Bundle>, facts: TargetFacts, today: string): Bundle[] {
  const inner = one.contains.filter(({ when }) => !when || meets(when, facts, today)).flatMap(({ code }) => by_code.get(code) ?? [])
  return [one, ...inner.flatMap((each) => unfolded(each, by_code, facts, today))]
}

function reaches(value: number | null | undefined, least: number | null | undefined): boolean {
  return least == null || (value != null && value >= least)
}

function wasDischarged({ discharged_within_days: within, discharge_icd10_from: first, discharge_icd10_to: last }: Criterion, facts: TargetFacts, today: string): boolean {
  if (within != null) {
    const days = facts.discharged_on ? daysBetween(facts.discharged_on, today) : -1
    if (days < 0 || days > within) return false
  }
  if (first == null || last == null) return true
  return (facts.discharge_diagnoses ?? []).some((code) => first <= code.slice(0, last.length) && code.slice(0, last.length) <= last)
}

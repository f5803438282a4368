import { ageOn } from '@/i18n/calendar'
import type { OrganizationBody, ResidentBody } from '../shared/documents'
import type { TargetFacts } from './packages'

/** What this phone knows of somebody when packages are offered. Discharges are not on it: the server knows those. */

/** ICD-10 categories and the diseases that packages speak of. */
const CONDITION_OF: Readonly<Record<string, string>> = { I10: 'hypertension', I11: 'hypertension', E11: 'diabetes', E78: 'dyslipidaemia' }

export function factsOf(resident: ResidentBody, home: OrganizationBody | undefined, on: string): TargetFacts {
  const live = resident.flags.filter(({ valid_from, valid_to }) => valid_from <= on && (!valid_to || on <= valid_to))
  return {
    age: ageOn(resident.birth_on, on),
    groups: live.map(({ code }) => code),
    conditions: [...new Set(resident.conditions.flatMap(({ icd10 }) => CONDITION_OF[icd10.slice(0, 3)] ?? []))],
    ability_level: resident.ability_level,
    ltc_level: resident.ltc_level,
    institution_beds: home?.beds_count ?? null,
  }
}

import type { Risk } from '@/ui/RiskTag.vue'

/** Residents, and who helps them. */

export interface ResidentBody {
  id: string
  name: string
  /** All but `id`, `name`, `care_team_id` are missing for family with a lesser scope. */
  sex: 'unknown' | 'male' | 'female' | 'not_stated'
  birth_on: string
  phones: ResidentPhone[]
  address_text: string | null
  village: string | null
  village_group: string | null
  latitude: number | null
  longitude: number | null
  flags: { code: string; valid_from: string; valid_to: string | null }[]
  allergies: string[]
  conditions: { id: string; icd10: string; name: string }[]
  /** The team's only. */
  risk?: Risk
  care_team_id: string | null
  household_id: string | null
  elder_home_id: string | null
  identity_level: number
  ability_level: number | null
  ltc_level: number | null
  deceased_on: string | null
  /** The first day elsewhere, and where that is. */
  moved_on?: string | null
  moved_to?: string | null
  /** To what the resident agrees now: `C5` is to pictures at a visit. */
  consents?: string[]
  version: number
}

/** The resident's own number first. */
export interface ResidentPhone {
  id: string
  number: string
  label: string | null
  relation: Relation
}

export type Relation = 'self' | 'spouse' | 'son' | 'daughter' | 'grandchild' | 'parent' | 'grandparent' | 'sibling' | 'other'

export interface ProxyBody {
  id: string
  resident_id: string
  account_id: string
  name: string
  relation: Relation
  scopes: string[]
  valid_from: string
  expires_on: string | null
}

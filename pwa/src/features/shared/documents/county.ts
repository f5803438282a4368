/** What everybody in the county has: institutions, teams, clinicians, the catalogue, the rules. */

export interface OrganizationBody {
  id: string
  kind: 'primary_care' | 'hospital' | 'elder_home'
  name: string
  phone: string | null
  address: string | null
  latitude: number | null
  longitude: number | null
  beds_count?: number | null
}

export interface TeamBody {
  id: string
  name: string
  organization_id: string
  phone: string
  leader_id: string | null
  member_ids: string[]
  service_area: string[]
  is_active: boolean
}

export type Profession =
  | 'doctor' | 'nurse' | 'tcm_doctor' | 'pharmacist' | 'therapist' | 'public_health' | 'coordinator' | 'specialist' | 'dietitian' | 'volunteer'

/** The grade of a licence, from low to high. */
export type Title = 'none' | 'assistant' | 'junior' | 'intermediate' | 'associate_senior' | 'senior'

export interface ClinicianBody {
  id: string
  organization_id: string
  name: string
  profession: Profession
  title: Title
  worked_since_on: string | null
  certificates: string[]
  team_ids: string[]
}

export interface ServiceItemBody {
  id: string
  code: string
  category: string
  name: string
  name_en: string
  roles: Profession[]
  places: ('clinic' | 'home' | 'remote' | 'institution')[]
  minutes: number | null
  price_fen: number | null
  is_example_price: boolean
  needs_two: boolean
  needs_each_role: boolean
  certificate: string | null
}

/** Conditions that must all hold; an empty one holds for everybody. */
export interface Criterion {
  age_from?: number | null
  group?: string | null
  conditions?: string[]
  conditions_min?: number
  ability_level_from?: number | null
  ltc_level_from?: number | null
  is_flagged_disabled?: boolean | null
  discharged_within_days?: number | null
  discharge_icd10_from?: string | null
  discharge_icd10_to?: string | null
  had_orthopaedic_surgery?: boolean | null
  institution_beds_from?: number | null
}

export interface PackageBody {
  id: string
  code: string
  version: number
  tier: 'basic' | 'mid' | 'high' | 'institution'
  line: string
  name: string
  name_en: string
  status: 'published' | 'retired'
  target: Criterion[]
  lines: { item_code: string; quota?: number | null; when?: Criterion | null }[]
  contains: { code: string; when?: Criterion | null }[]
  excludes: string[]
  total_fen: number
  payer_split: Record<string, number>
  is_example_price: boolean
}

/** One version of one rule table; a phone uses the newest whose `effective_from` has come. */
export interface RuleTableBody<V = unknown> {
  id: string
  name: string
  version: number
  effective_from: string
  values: V
}

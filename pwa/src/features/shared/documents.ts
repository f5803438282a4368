import type { Risk } from '@/ui/RiskTag.vue'
import type { Verdict } from '@/ui/Stamp.vue'

/**
 * Bodies of the documents on the phone, as the server's features project them. Where an audience gets less, the fields it
 * does not get are optional. `_at` is ISO 8601 in UTC, `_on` a calendar day of Asia/Shanghai; places are WGS-84.
 */

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

export type ContractStatus =
  | 'draft' | 'pending_review' | 'pending_sign' | 'renewal_signed' | 'active' | 'suspended' | 'expired' | 'terminated' | 'closed_death' | 'voided'
  | 'cancelled' | 'rejected'

/** Other packages, or another team, from a day on; `was_…` ends on the day before. */
export interface AmendmentBody {
  id: string
  status: 'pending_sign' | 'signed' | 'in_force'
  from_on: string
  package_ids: string[] | null
  team_id: string | null
  was_package_ids: string[] | null
  was_team_id: string | null
  reason: string | null
  refund_fen: number | null
  signed_at: string | null
  /** Under what it is signed; only changes of packages have one. */
  text?: { services: { item_code: string; name: string; quota: number | null }[] } | null
}

/** What the institution writes when it ends a contract: the facts. */
export interface LetterBody {
  resident_name: string
  organization_name: string
  team_name: string
  team_phone: string
  reason_code: string
  told_on: string
  ends_on: string
  done_count: number
  offered: { team_name: string; team_phone: string } | null
}

export interface EntitlementBody {
  id: string
  item_code: string
  period_start_on: string
  period_end_on: string
  /** Null is as needed. */
  quota: number | null
  reserved: number
  consumed: number
  left: number | null
}

export interface ContractBody {
  id: string
  resident_id: string
  team_id: string
  status: ContractStatus
  package_ids: string[]
  starts_on: string | null
  ends_on: string | null
  /** From here on missing for family with a lesser scope. */
  organization_id?: string
  years?: number
  channel?: string
  renews_id?: string | null
  household_id?: string | null
  applied_at?: string
  submitted_at?: string | null
  reviewed_at?: string | null
  review_note?: string | null
  reject_reason?: string | null
  /** Who else could look after the resident, when this team does not. */
  suggested_team_ids?: string[]
  is_outside_area?: boolean
  exception_reason?: string | null
  exception_by_name?: string | null
  signed_at?: string | null
  /** Last day of one that ends, or ended, early. */
  ended_on?: string | null
  end_reason?: string | null
  end_note?: string | null
  offered_team_id?: string | null
  letter?: LetterBody | null
  refund_fen?: number | null
  /** Signed that day, and the page's photo or the voice has not come. */
  proof_awaited_since_on?: string | null
  /** Days on which it rests, or rested: from the first until the day of return. */
  suspensions?: { reason_code: string; away_since_on: string; from_on: string; until_on: string | null }[]
  amendments?: AmendmentBody[]
  text_hash?: string | null
  entitlements?: EntitlementBody[]
  version?: number
}

export type VisitStatus =
  | 'requested' | 'accepted' | 'scheduled' | 'en_route' | 'in_progress' | 'completed' | 'verified'
  | 'declined' | 'cancelled' | 'missed' | 'aborted'
export type WishPart = 'morning' | 'afternoon' | 'any'
export type ServiceOutcome = 'planned' | 'done' | 'not_done'
export type ConfirmMethod = 'strokes' | 'code' | 'carer' | 'refused'

export interface VisitLine {
  id: string
  resident_id: string
  contract_id: string | null
  item_code: string
  outcome: ServiceOutcome
  is_over_quota: boolean
}

export interface CheckBody {
  occurred_at: string
  verdict: Verdict
  distance_metres: number | null
  accuracy_metres: number | null
  reason_code: string | null
  action_code: string | null
  is_clock_doubtful: boolean
}

/** A picture by the sha256 of its bytes. */
export interface PhotoBody {
  sha256: string
  resident_id: string
  kind: PhotoKind
  taken_at: string
  /** It can be fetched from the server. */
  is_here: boolean
}

/** What it shows: the care, or the place where it was given. */
export type PhotoKind = 'care' | 'place'

/** As the team sees it. */
export interface VisitBody {
  id: string
  team_id: string
  status: VisitStatus
  services: VisitLine[]
  resident_ids: string[]
  clinician_ids: string[]
  place_text: string | null
  village: string | null
  latitude: number | null
  longitude: number | null
  wish_on: string | null
  wish_part: WishPart
  wish_note: string | null
  source: 'app_resident' | 'app_proxy' | 'phone_call' | 'staff' | 'unplanned' | 'followup'
  requested_at: string
  planned_start_at: string | null
  planned_end_at: string | null
  /** Which stop of the day it is for each who goes. */
  order_nos?: Readonly<Record<string, number>>
  /** Which stop it is for whoever holds this phone; only where the visit was read for somebody. */
  order_no?: number | null
  departed_at: string | null
  started_at: string | null
  ended_at: string | null
  end_reason: string | null
  next_visit_on: string | null
  check_in: CheckBody | null
  check_out: CheckBody | null
  confirmation: { method: ConfirmMethod; signer_name: string | null; confirmed_at: string } | null
  /** Missing on visits that this phone has begun. */
  photos?: PhotoBody[]
  contact_attempts: { kind: 'nobody_home' | 'refused_at_door' | 'no_answer'; occurred_at: string }[]
  verified_at: string | null
  version: number
  /** From here on the team's only. */
  danger_words?: string[]
  is_call_needed?: boolean
  /** When it was asked for, nobody had been at this home. */
  is_first_visit?: boolean
  has_video_link?: boolean
  is_over_quota?: boolean
  end_note?: string | null
  note?: string | null
  review?: { status: 'pending' | 'approved' | 'returned'; reason: string | null; reasons: string[]; note: string | null } | null
  /** How long somebody was there. Not measured: reckoned by the phone's wall clock, which may have been set meanwhile. */
  stay?: { minutes: number; is_measured: boolean } | null
}

/** The same for family with a lesser scope. */
export interface FamilyVisitBody {
  id: string
  resident_ids: string[]
  status: VisitStatus
  team_id: string
  wish_on: string | null
  wish_part: WishPart
  planned_start_at: string | null
  clinician_ids: string[]
  item_codes: string[]
  ended_at: string | null
}

export type MeasurementKind = 'blood_pressure' | 'glucose' | 'pulse' | 'temperature' | 'spo2' | 'weight' | 'height' | 'waist'
export type Measure = 'systolic' | 'diastolic' | 'fasting' | 'random' | 'pulse' | 'temperature' | 'spo2' | 'weight' | 'height' | 'waist'

export interface MeasurementBody {
  id: string
  visit_id: string | null
  resident_id: string
  kind: MeasurementKind
  values: Partial<Record<Measure, number>>
  unit: string
  measured_at: string
  is_danger: boolean
  /** The team's only. */
  clinician_id?: string
  is_suspicious?: boolean
  note?: string | null
}

export type FollowUpOutcome = 'danger' | 'refer' | 'adjust' | 'satisfied'

export interface FollowUpBody {
  id: string
  resident_id: string
  programme: 'hypertension' | 'diabetes'
  due_on: string
  /** `lost` and `cancelled` fell away by themselves, and only the team has them; the next one is planned. */
  status: 'due' | 'done' | 'lost' | 'cancelled'
  done_at: string | null
  /** From here on the team's only. */
  leave_reason?: string | null
  visit_id?: string | null
  mode?: 'clinic' | 'home' | 'phone' | 'video' | null
  spoke_with?: Relation | null
  is_face_to_face?: boolean
  systolic?: number | null
  diastolic?: number | null
  /** mmol/L */
  fasting?: number | null
  random?: number | null
  persistent_pulse?: number | null
  temperature?: number | null
  symptoms?: string[]
  danger_signs?: string[]
  adherence?: 'regular' | 'intermittent' | 'not_taking' | null
  reaction?: 'none' | 'some' | 'hard' | null
  has_new_complication?: boolean
  /** Of the worse foot. */
  foot_pulse?: 'normal' | 'weak' | 'absent' | null
  salt?: 'light' | 'medium' | 'heavy' | null
  coping?: 'good' | 'fair' | 'poor' | null
  compliance?: 'good' | 'fair' | 'poor' | null
  note?: string | null
  referral_reasons?: readonly string[] | null
  referred_to?: string | null
  is_in_target?: boolean | null
  outcome?: FollowUpOutcome | null
  next_follow_up_id?: string | null
}

/** A programme that the resident is in; one that has ended is on no phone. */
export interface EnrolmentBody {
  id: string
  resident_id: string
  programme: FollowUpBody['programme']
  enrolled_on: string
  /** From here on the team's only. */
  diagnosis_source?: 'here' | 'hospital' | 'records' | null
  diagnosed_on?: string | null
}

export interface PrescriptionBody {
  id: string
  resident_id: string
  organization_id: string
  prescriber_id: string
  is_long_term: boolean
  drugs: { drug_id: string; name: string; dose_text: string; daily_dose: number }[]
  days_supply: number
  issued_on: string
  dispensed_on: string | null
  /** The first day without medicine. */
  supply_end_on: string | null
  /** From when more of the same may be asked for. */
  refill_opens_on: string | null
  status: string
  replaces_id: string | null
  /** The team's only. */
  diagnosis_icd10?: string
  regimen_since_on?: string
  version?: number
}

export interface RefillRequestBody {
  id: string
  resident_id: string
  prescription_id: string
  status: 'pending' | 'approved' | 'refused' | 'cancelled'
  note: string | null
  requested_at: string
  decided_at: string | null
  decided_by: string | null
  days: number | null
  refused_reason: string | null
  refused_note: string | null
  new_prescription_id: string | null
  /** The team's only. */
  early_reason?: string | null
  is_suspended?: boolean
  version?: number
}

/** One message of the inbox; its text is `code` with `values`, and it leads to `url`. */
export interface NoticeBody {
  id: string
  kind: string
  code: string
  values: Record<string, string>
  url: string | null
  created_at: string
  read_at: string | null
}

/** What became of work of one's own that was held. */
export interface CommandBody {
  id: string
  kind: string
  entity_id: string
  occurred_at: string
  code: string
  status: 'open' | 'filed' | 'moved' | 'voided'
  resident_ids: string[]
  resident_names: string[]
  decided_at: string | null
  decided_by_name: string | null
  decision_note: string | null
}

/** Held work on the leader's board; what was done stays with the server until the leader decides. */
export interface HeldCommandBody {
  id: string
  kind: string
  entity_id: string
  occurred_at: string
  code: string
  status: 'open'
  account_name: string
  resident_ids: string[]
  resident_names: string[]
  /** Whose leaders decide. */
  team_ids: string[]
  /** For whom it was done. */
  from_team_id: string | null
  depends_on: string[]
}

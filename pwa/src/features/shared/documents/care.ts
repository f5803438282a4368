import type { Relation } from './people'

/** Follow-ups, programmes and medicine. */

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

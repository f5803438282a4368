import type { Verdict } from '@/ui/Stamp.vue'

/** Visits and what is measured. */

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

import type { FollowUpBody, Relation } from '../shared/documents'

export type Programme = FollowUpBody['programme']

/** What was measured, seen and asked: mmHg, mmol/L, degrees; symptoms and danger signs by the codes of the rule table. */
export interface Found {
  systolic?: number
  diastolic?: number
  fasting?: number
  random?: number
  persistent_pulse?: number
  temperature?: number
  symptoms: string[]
  danger_signs: string[]
  reaction: 'none' | 'some' | 'hard'
  has_new_complication: boolean
  is_pregnant_or_lactating?: boolean
  foot_pulse?: 'normal' | 'weak' | 'absent'
  salt?: 'light' | 'medium' | 'heavy'
  coping?: 'good' | 'fair' | 'poor'
  compliance?: 'good' | 'fair' | 'poor'
  note?: string
  referred_to?: string
}

/** What a recorded follow-up says, `followups.record`; `entity_id` is the follow-up that was due, or a new id. */
export interface FollowUpPayload extends Found {
  mode: 'clinic' | 'home' | 'phone' | 'video'
  /** Of a call: its record is when, and with whom. */
  spoke_with?: Relation
  adherence: 'regular' | 'intermittent' | 'not_taking'
  visit_id?: string
  /** Needed of one that the server has not planned. */
  resident_id?: string
  programme?: Programme
}

/** `followups.enrol`; `entity_id` is the enrolment's own id. */
export interface EnrolPayload {
  resident_id: string
  programme: Programme
  diagnosis_source: DiagnosisSource
  diagnosed_on?: string
  first_follow_up_id: string
}
export const SOURCES = ['here', 'hospital', 'records'] as const
export type DiagnosisSource = (typeof SOURCES)[number]

/** `followups.leave`. Of a death the server knows by itself. */
export interface LeavePayload {
  leave_reason: LeaveReason
}
export const LEAVE_REASONS = ['declined', 'seen_elsewhere', 'moved_away', 'entered_wrongly'] as const
export type LeaveReason = (typeof LEAVE_REASONS)[number]

/** Why one follow-up falls away, `followups.cancel`, while the programme goes on. Who was not found is given up: `followups.give_up`. */
export const LET_GO_REASONS = ['seen_elsewhere', 'declined'] as const satisfies readonly LeaveReason[]

import type { FollowUpBody } from '../shared/documents'

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
  adherence: 'regular' | 'intermittent' | 'not_taking'
  visit_id?: string
  /** Of one that nobody planned. */
  resident_id?: string
  programme?: Programme
}

/** What a recorded follow-up says, `followups.record`; `entity_id` is the follow-up that was due, or a new id. */
export interface FollowUpPayload {
  mode: 'clinic' | 'home' | 'phone' | 'video'
  systolic: number
  diastolic: number
  symptoms: string[]
  danger_signs: string[]
  adherence: 'regular' | 'intermittent' | 'not_taking'
  reaction: 'none' | 'some' | 'hard'
  has_new_complication: boolean
  is_pregnant_or_lactating?: boolean
  note?: string
  visit_id?: string
  /** Of one that nobody planned. */
  resident_id?: string
  programme?: 'hypertension'
}

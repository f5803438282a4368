/**
 * Whether one person goes alone. The twin of may_go in jiayi/visits/booking.py; both are held to tests/tables/two_persons.json.
 * Values: the rule table `visit_safety`.
 */
import { localTime } from '@/i18n/calendar'
import { refused, type Refused } from '../visits/refused'
import type { Booking } from './windows'

export interface VisitSafety {
  readonly clinicians_min: number
  readonly two_for: readonly string[]
  readonly is_video_link_enough: boolean
}

export interface SafetyFacts {
  readonly clinician_count: number
  readonly does_item_need_two?: boolean
  /** Nobody has been at this home before. */
  readonly is_first_visit?: boolean
  readonly is_at_night?: boolean
  readonly has_video_link?: boolean
}

/** Why these may not go; null when they may. */
export function mayGo(facts: SafetyFacts, { clinicians_min, two_for, is_video_link_enough }: VisitSafety): Refused | null {
  const needed = { needed: clinicians_min }
  if (facts.does_item_need_two && facts.clinician_count < clinicians_min) return refused('visits.refused.too_few_clinicians', needed)
  if (facts.clinician_count >= clinicians_min || (facts.has_video_link && is_video_link_enough)) return null
  if (facts.is_first_visit && two_for.includes('first_visit')) return refused('visits.refused.first_visit_alone', needed)
  if (facts.is_at_night && two_for.includes('night')) return refused('visits.refused.night_alone', needed)
  return null
}

/** Outside the hours in which visits begin. */
export function isAtNight(start_at: string, { starts_from, starts_until }: Pick<Booking, 'starts_from' | 'starts_until'>): boolean {
  const { hour, minute } = localTime(start_at)
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return time < starts_from || time > starts_until
}

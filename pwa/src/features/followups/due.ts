/**
 * When the next follow-up is due. The twin of jiayi/followups/schedule.py; both are held to tests/tables/next_due.json.
 * Values: the rule table `followup_schedule`.
 */
import { addDays, daysBetween } from '@/i18n/calendar'
import type { FollowupClass } from './classify'
import type { WorkingCalendar } from './workdays'

export interface FollowupSchedule {
  readonly regular_months: number
  readonly regular_latest_days: number
  readonly recheck_days: number
  readonly face_to_face_per_year: number
  /** On so many different days somebody was sought in vain, before a follow-up is given up. */
  readonly lost_attempts: number
}

/**
 * The day by which the resident is followed up again.
 *
 * After danger, refer or adjust: fourteen days, a hard limit, pulled to an earlier working day. Else three months on,
 * clamped to the month's end, pushed to the next working day; if that is past the latest day, pulled before instead.
 */
export function nextDueOn(
  held_on: string, outcome: FollowupClass, calendar: WorkingCalendar, schedule: FollowupSchedule,
): string {
  if (outcome !== 'satisfied') return calendar.onOrBefore(addDays(held_on, schedule.recheck_days))
  const planned_on = addMonths(held_on, schedule.regular_months)
  const pushed_on = calendar.onOrAfter(planned_on)
  const is_too_late = daysBetween(held_on, pushed_on) > schedule.regular_latest_days
  return is_too_late ? calendar.onOrBefore(planned_on) : pushed_on
}

/** The same day some months later, at the latest that month's last day (30 Nov + 3 → 28 Feb). */
export function addMonths(on: string, months: number): string {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0))
  last.setUTCDate(Math.min(day, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

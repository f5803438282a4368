/**
 * Which days are worked: the yearly notices, and for years without one the weekends and known festivals.
 *
 * The twin of WorkingCalendar in jiayi/core/dates.py; both are held to tests/tables/working_days.json. Values: all versions
 * of the rule table `holidays`, and `festivals`.
 */
import { addDays, weekday } from '@/i18n/calendar'

export interface Holidays {
  readonly year: number
  readonly days_off: readonly { readonly first: string; readonly last: string }[]
  readonly days_worked: readonly string[]
}

export interface Festivals {
  /** `MM-DD` */
  readonly fixed: readonly string[]
  readonly lunar: Readonly<Record<string, readonly string[]>>
}

export interface WorkingCalendar {
  isWorking(on: string): boolean
  /** That day if it is worked, else the next one that is. */
  onOrAfter(on: string): string
  /** That day if it is worked, else the last one before that is. */
  onOrBefore(on: string): string
}

export function workingCalendar(notices: readonly Holidays[], festivals: Festivals): WorkingCalendar {
  const noticed = new Map(notices.map((notice) => [String(notice.year), notice]))

  function isWorking(on: string): boolean {
    const notice = noticed.get(on.slice(0, 4))
    if (notice?.days_worked.includes(on)) return true
    if (weekday(on) > 5) return false
    if (notice) return !notice.days_off.some(({ first, last }) => first <= on && on <= last)
    return !festivals.fixed.includes(on.slice(5)) && !festivals.lunar[on.slice(0, 4)]?.includes(on)
  }

  function walk(on: string, step: number): string {
    return isWorking(on) ? on : walk(addDays(on, step), step)
  }

  return { isWorking, onOrAfter: (on) => walk(on, 1), onOrBefore: (on) => walk(on, -1) }
}

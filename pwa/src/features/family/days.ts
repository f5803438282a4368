import { addDays, daysBetween, localTime, weekday } from '@/i18n/calendar'
import type { WishPart } from '../shared/documents'
import { workingCalendar, type Festivals, type Holidays } from '../followups/workdays'

/** The days on which we can be asked to come. Pure. */

export type Part = Exclude<WishPart, 'any'>
export const PARTS: readonly Part[] = ['morning', 'afternoon']

export interface OfferedDay {
  on: string
  /** Parts that are booked out, as far as this phone has heard. */
  full: readonly Part[]
}

/** Windows of a day, as the server lists them. */
export interface DaySlots {
  on: string
  slots: readonly { starts_at: string; free_count: number }[]
}

/** Working days from tomorrow to the last day that can be booked. Of slots nothing may be known, as without signal. */
export function offeredDays(today: string, horizon_days: number, holidays: readonly Holidays[], festivals: Festivals, slots: readonly DaySlots[] = []): OfferedDay[] {
  const calendar = workingCalendar(holidays, festivals)
  return Array.from({ length: horizon_days }, (_, n) => addDays(today, n + 1))
    .filter((on) => calendar.isWorking(on))
    .map((on) => ({ on, full: fullParts(slots.find((day) => day.on === on)) }))
}

/** The first time that is not booked out. */
export function firstFree(days: readonly OfferedDay[]): { on: string; part: Part } | undefined {
  return days.flatMap(({ on, full }) => PARTS.filter((part) => !full.includes(part)).map((part) => ({ on, part })))[0]
}

/** A day on which nobody is free at all may lack its windows; then nothing is said about it. */
function fullParts(day: DaySlots | undefined): Part[] {
  if (!day?.slots.length) return []
  return PARTS.filter((part) => !day.slots.some(({ starts_at, free_count }) => free_count > 0 && partOf(starts_at) === part))
}

function partOf(starts_at: string): Part {
  return localTime(starts_at).hour < 12 ? 'morning' : 'afternoon'
}

/** `this`: the running week, which begins on Monday; `next`: the one after; else neither. */
export function weekOf(on: string, today: string): 'this' | 'next' | null {
  const weeks = Math.floor((daysBetween(today, on) + weekday(today) - 1) / 7)
  return weeks === 0 ? 'this' : weeks === 1 ? 'next' : null
}

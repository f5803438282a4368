import { localTime, momentAt } from '@/i18n/calendar'
import type { ServiceItemBody, VisitBody, VisitStatus, WishPart } from '../shared/documents'

/**
 * Who is free when, out of the visits on this phone. The server's database keeps one clinician's windows apart for good; this
 * is what the leader sees before. Values: the rule table `visit_booking`.
 */

export interface Booking {
  readonly horizon_days: number
  readonly slot_minutes: number
  /** `HH:MM` of Asia/Shanghai. */
  readonly starts_from: string
  readonly starts_until: string
  readonly noon: string
  readonly visits_per_day_max: number
  /** Items that know no office hours. */
  readonly items_any_hour: readonly string[]
}

export interface Window {
  /** ISO 8601 in UTC. */
  readonly start_at: string
  readonly end_at: string
}

/** Of an item whose catalogue says nothing. */
const USUAL_MINUTES = 30
const BINDING: readonly VisitStatus[] = ['scheduled', 'en_route', 'in_progress']
const COUNTED: readonly VisitStatus[] = [...BINDING, 'completed', 'verified']

/** How long a visit takes: its services one after the other, of a couple both. */
export function minutesOf(item_codes: readonly string[], items: ReadonlyMap<string, Pick<ServiceItemBody, 'minutes'>>): number {
  const sum = item_codes.reduce((total, code) => total + (items.get(code)?.minutes ?? USUAL_MINUTES), 0)
  return Math.max(USUAL_MINUTES, sum)
}

export function windowAt(start_at: string, minutes: number): Window {
  return { start_at, end_at: new Date(Date.parse(start_at) + minutes * 60_000).toISOString() }
}

/** When a visit may begin that day: twice as fine as the slots that families choose from, only what is still to come. */
export function startsOn(on: string, part: WishPart, booking: Booking, now: number = Date.now()): string[] {
  const [from, noon, until] = [booking.starts_from, booking.noon, booking.starts_until].map(minuteOf) as [number, number, number]
  const step = booking.slot_minutes / 2
  const [first, last] = part === 'morning' ? [from, noon - step] : part === 'afternoon' ? [noon, until] : [from, until]
  const starts: string[] = []
  for (let minute = first; minute <= last; minute += step) starts.push(momentAt(on, Math.floor(minute / 60), minute % 60))
  return starts.filter((start_at) => Date.parse(start_at) > now)
}

/** Which part of the day a start is in. */
export function partOf(start_at: string, booking: Booking): 'morning' | 'afternoon' {
  const { hour, minute } = localTime(start_at)
  return hour * 60 + minute < minuteOf(booking.noon) ? 'morning' : 'afternoon'
}

/** A clinician's day: everything planned for it, in the order of the way. */
export function dayOf(clinician_id: string, on: string, visits: readonly VisitBody[]): VisitBody[] {
  const mine = visits.filter((visit) => visit.clinician_ids.includes(clinician_id) && COUNTED.includes(visit.status) && plannedOn(visit) === on)
  return mine.sort(byOrder(clinician_id))
}

/** By the stops of this person's day. */
export function byOrder(clinician_id: string): (a: VisitBody, b: VisitBody) => number {
  const stop = ({ order_nos }: VisitBody): number => order_nos?.[clinician_id] ?? LAST
  return (a, b) => stop(a) - stop(b) || startOf(a).localeCompare(startOf(b)) || a.id.localeCompare(b.id)
}

const LAST = 1_000

/** The day a visit is planned for, or was begun without a plan. */
export function plannedOn(visit: Pick<VisitBody, 'planned_start_at' | 'started_at'>): string | undefined {
  const at = startOf(visit)
  return at ? localTime(at).on : undefined
}

function startOf({ planned_start_at, started_at }: Pick<VisitBody, 'planned_start_at' | 'started_at'>): string {
  return planned_start_at ?? started_at ?? ''
}

/** What keeps somebody from going in a window: another visit, or a day that is full; undefined when he or she is free. */
export type Busy = { visit: VisitBody } | { full: number }

/** `day` as of `dayOf`; `but` is the visit that is being planned. */
export function busyWith(day: readonly VisitBody[], window: Window, booking: Booking, but?: string): Busy | undefined {
  const others = day.filter(({ id }) => id !== but)
  const visit = others.find((other) => BINDING.includes(other.status) && overlaps(other, window))
  if (visit) return { visit }
  return fullDay(others, booking)
}

export function fullDay(day: readonly VisitBody[], { visits_per_day_max }: Booking): Busy | undefined {
  return day.length >= visits_per_day_max ? { full: day.length } : undefined
}

function overlaps({ planned_start_at: start, planned_end_at: end }: VisitBody, window: Window): boolean {
  return !!start && !!end && Date.parse(start) < Date.parse(window.end_at) && Date.parse(end) > Date.parse(window.start_at)
}

function minuteOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

import type { VisitBody } from '../shared/documents'
import { byOrder, plannedOn } from './windows'

/** The day on the road, person by person. */

/** The people on the road today, each with the stops in the order of the way; whoever begins earliest first. */
export function daysOf(visits: readonly VisitBody[], today: string): { clinician_id: string; stops: VisitBody[] }[] {
  const stops = new Map<string, VisitBody[]>()
  for (const visit of visits.filter((one) => isOnTheWay(one, today))) {
    for (const id of visit.clinician_ids) stops.set(id, [...(stops.get(id) ?? []), visit])
  }
  return [...stops]
    .map(([clinician_id, of]) => ({ clinician_id, stops: of.sort(byOrder(clinician_id)) }))
    .sort((a, b) => firstStart(a.stops).localeCompare(firstStart(b.stops)) || b.stops.length - a.stops.length || a.clinician_id.localeCompare(b.clinician_id))
}

const GONE = new Set<VisitBody['status']>(['scheduled', 'en_route', 'in_progress', 'completed', 'verified', 'missed', 'aborted'])

function isOnTheWay(visit: VisitBody, today: string): boolean {
  return GONE.has(visit.status) && plannedOn(visit) === today
}

function firstStart(stops: readonly VisitBody[]): string {
  return stops.map(({ planned_start_at, started_at }) => planned_start_at ?? started_at ?? '').sort()[0] ?? ''
}

export type StopState = 'done' | 'now' | 'todo'

const CLOSED = new Set<VisitBody['status']>(['completed', 'verified', 'missed', 'aborted'])

export function stateOf({ status }: Pick<VisitBody, 'status'>): StopState {
  if (CLOSED.has(status)) return 'done'
  return status === 'en_route' || status === 'in_progress' ? 'now' : 'todo'
}

export interface Road {
  done_count: number
  /** Where he or she is, or is going. */
  now: VisitBody | undefined
  /** After that. */
  left: VisitBody[]
  /** Minutes beyond the planned end without a check-out, once it is time to ask. */
  late_minutes: number | undefined
}

/** `ask_after_minutes`: from the rule table `visit_confirm`, when a leader asks after somebody who has not come out. */
export function roadOf(stops: readonly VisitBody[], now: number, ask_after_minutes: number): Road {
  const here = stops.find(({ status }) => status === 'in_progress') ?? stops.find(({ status }) => status === 'en_route')
  const over = here?.status === 'in_progress' && here.planned_end_at ? Math.floor((now - Date.parse(here.planned_end_at)) / 60_000) : 0
  return {
    done_count: stops.filter((stop) => stateOf(stop) === 'done').length,
    now: here,
    left: stops.filter((stop) => stop.id !== here?.id && stateOf(stop) !== 'done'),
    late_minutes: over >= ask_after_minutes ? over : undefined,
  }
}

export interface Shown<T> {
  stop: T
  /** Its number in the day; of several gone by the last one's, of several to come the first one's. */
  no: number
  /** How many stops stand behind this one sign; 1 is itself. */
  count: number
}

/** What has room in a line: all of a short day; of a long one what is near, and the rest as one sign at either end. */
export function shorten<T>(stops: readonly T[], now: number, room = 5): Shown<T>[] {
  if (stops.length <= room) return stops.map((stop, n) => ({ stop, no: n + 1, count: 1 }))
  // The one before stays in sight, and what is behind a sign is more than one.
  const before = now > 2 ? Math.min(now - 1, stops.length - (room - 1)) : 0
  const middle = room - (before ? 1 : 0)
  const after = stops.length - before - middle
  const shown = stops.slice(before, before + middle - (after ? 1 : 0)).map((stop, n) => ({ stop, no: before + n + 1, count: 1 }))
  const rest = before + shown.length
  return [
    ...(before ? [{ stop: stops[before - 1]!, no: before, count: before }] : []),
    ...shown,
    ...(rest < stops.length ? [{ stop: stops[rest]!, no: rest + 1, count: stops.length - rest }] : []),
  ]
}

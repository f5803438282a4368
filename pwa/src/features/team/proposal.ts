import type { ClinicianBody, VisitBody } from '../shared/documents'
import { mayPerform, neededCount, performerOf, unstaffed, visitPlace, type Asked, type Qualifications } from './performers'
import { busyWith, dayOf, fullDay, windowAt, type Booking, type Busy, type Window } from './windows'

/** Whom to send when: a proposal that the leader changes at will, never a rule. */

export interface Need {
  /** Of the visit that is being planned, where there is one already. */
  visit_id?: string | undefined
  on: string
  items: readonly Asked[]
  minutes: number
  village: string | null
  /** Who went to these residents before, the last one first. */
  known_ids: readonly string[]
  /** How many go for safety's sake, whatever is done there. */
  least?: number
}

export interface Staff {
  members: readonly ClinicianBody[]
  visits: readonly VisitBody[]
  booking: Booking
  qualifications: Qualifications
}

export interface Candidate {
  clinician: ClinicianBody
  /** May perform at least one of the services; others go along as the second. */
  is_qualified: boolean
  /** Has been there before. */
  is_known: boolean
  day: VisitBody[]
  /** One of that day's stops is in the same village. */
  is_near: boolean
  busy: Busy | undefined
}

/** Everybody of the team whom one might send in that window, the best first. Where one is enough, only those who may. */
export function candidatesFor(need: Need, window: Window | undefined, { members, visits, booking, qualifications }: Staff): Candidate[] {
  const found = members.map((clinician): Candidate => {
    const performer = performerOf(clinician, need.on)
    const day = dayOf(clinician.id, need.on, visits).filter(({ id }) => id !== need.visit_id)
    return {
      clinician,
      is_qualified: need.items.some((item) => mayPerform(performer, item, visitPlace(item), qualifications) === null),
      is_known: need.known_ids.includes(clinician.id),
      day,
      is_near: !!need.village && day.some(({ village }) => village === need.village),
      busy: window ? busyWith(day, window, booking, need.visit_id) : fullDay(day, booking),
    }
  })
  const wanted = Math.max(neededCount(need.items), need.least ?? 1) > 1 ? found : found.filter(({ is_qualified }) => is_qualified)
  return wanted.sort((a, b) => costOf(a) - costOf(b) || a.clinician.name.localeCompare(b.clinician.name, 'zh'))
}

export interface Proposal {
  start_at: string
  clinician_ids: string[]
}

/** The start and the people that fit best, out of these starts; undefined when nobody fits. */
export function propose(need: Need, starts: readonly string[], staff: Staff): Proposal | undefined {
  let best: (Proposal & { cost: number }) | undefined
  for (const start_at of starts) {
    const window = windowAt(start_at, need.minutes)
    const going = teamFor(need, window, staff)
    if (!going) continue
    const cost = Math.max(...going.map((one) => costOf(one) + gapCost(one, window, need)))
    if (!best || cost < best.cost) best = { start_at, clinician_ids: going.map(({ clinician }) => clinician.id), cost }
  }
  return best && { start_at: best.start_at, clinician_ids: best.clinician_ids }
}

/** The best that are enough together and free in that window: one, or the first pair. */
export function teamFor(need: Need, window: Window, staff: Staff): Candidate[] | undefined {
  const free = candidatesFor(need, window, staff).filter(({ busy }) => !busy)
  const isEnough = (going: Candidate[]) => going.length >= (need.least ?? 1) && unstaffed(going.map(({ clinician }) => performerOf(clinician, need.on)), need.items, staff.qualifications) === null
  const alone = free.find((one) => isEnough([one]))
  if (alone) return [alone]
  for (const [n, one] of free.entries()) {
    const other = free.slice(n + 1).find((second) => isEnough([one, second]))
    if (other) return [one, other]
  }
  return undefined
}

/** In minutes that a leader would go out of the way for it. */
const COSTS = { unknown: 30, unqualified: 60, far: 30, visit: 5, idle_day: 60 } as const

function costOf({ is_known, is_qualified, is_near, day }: Candidate): number {
  return (is_known ? 0 : COSTS.unknown) + (is_qualified ? 0 : COSTS.unqualified) + (is_near ? 0 : COSTS.far) + day.length * COSTS.visit
}

/** Right after or before a stop is best, next to one in the same village even more; a day without stops has no best time. */
function gapCost({ day }: Candidate, window: Window, { village }: Need): number {
  const gaps = day.flatMap((stop) => {
    if (!stop.planned_start_at || !stop.planned_end_at) return []
    const after = Date.parse(window.start_at) - Date.parse(stop.planned_end_at)
    const before = Date.parse(stop.planned_start_at) - Date.parse(window.end_at)
    return Math.max(after, before) / 60_000 + (stop.village === village ? 0 : COSTS.far)
  })
  return Math.min(COSTS.idle_day, ...gaps)
}

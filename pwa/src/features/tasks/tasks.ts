import { addDays, daysBetween, localTime, weekday } from '@/i18n/calendar'
import type { Risk } from '@/ui/RiskTag.vue'
import type { FollowUpBody, ResidentBody, VisitBody } from '../shared/documents'
import { highestRisk, riskOrder } from '../shared/people'
import { ITEM_OF } from './names'

/**
 * The day of somebody who goes on visits, out of documents: what there is to do, in which order.
 *
 * A task is a planned visit with the follow-ups that it settles, or a follow-up or a first visit that nobody has planned one for.
 */
export interface Task {
  /** Of the visit, else of the follow-up. */
  id: string
  visit?: VisitBody
  follow_ups: FollowUpBody[]
  /** Signed, and nobody has been there: by when somebody has to. */
  first_visit_on?: string
  residents: ResidentBody[]
  /** The day it is planned for, else due. */
  on: string
  /** Days since the earliest of its follow-ups was due; 0 when none is late. */
  overdue_days: number
  risk: Risk | undefined
  village: string | null
}

export interface DayFacts {
  today: string
  clinician_id: string
  /** Open visits of the team: nobody plans a second one for the same need. */
  visits: readonly VisitBody[]
  follow_ups: readonly FollowUpBody[]
  residents: ReadonlyMap<string, ResidentBody>
  /** Programmes whose follow-ups this clinician may hold. */
  programmes: ReadonlySet<FollowUpBody['programme']>
  /** Of newly signed residents of the team whom nobody has visited: by when. */
  first_visits?: ReadonlyMap<string, string>
}

export function tasksOf({ today, clinician_id, visits, follow_ups, residents, programmes, first_visits = new Map() }: DayFacts): Task[] {
  const mine = visits.filter((visit) => visit.clinician_ids.includes(clinician_id) && isUnderWay(visit))
  const last = lastDayOfWeek(today)
  const due = follow_ups.filter(({ status, due_on }) => status === 'due' && due_on <= last)
  const settled = new Set<string>()
  const planned = mine.map((visit) => {
    const on = dayOf(visit) ?? today
    const own = due.filter(({ resident_id, due_on }) => visit.resident_ids.includes(resident_id) && due_on <= later(on, today))
    own.forEach(({ id }) => settled.add(id))
    return task(visit.id, visit, own, visit.resident_ids, on)
  })
  const alone = due.filter((follow_up) => {
    const { id, resident_id, programme } = follow_up
    return !settled.has(id) && programmes.has(programme) && residents.has(resident_id) && !isPlanned(follow_up, visits)
  })
  // Two programmes of one person are one way.
  const unplanned = [...groupBy(alone, ({ resident_id }) => resident_id).values()].map((group) => {
    const [first] = group.sort((a, b) => inOrder(a.due_on, b.due_on))
    return task(first!.id, undefined, group, [first!.resident_id], first!.due_on)
  })
  const known = new Set([...visits.flatMap(({ resident_ids }) => resident_ids), ...unplanned.flatMap((one) => one.residents.map(({ id }) => id))])
  const first = [...first_visits].filter(([id, on]) => on <= last && !known.has(id) && residents.has(id))
    .map(([id, on]) => ({ ...task(`first ${id}`, undefined, [], [id], on), first_visit_on: on, overdue_days: Math.max(0, daysBetween(on, today)) }))
  return [...planned, ...unplanned, ...first]

  function task(id: string, visit: VisitBody | undefined, own: FollowUpBody[], resident_ids: readonly string[], on: string): Task {
    const people = resident_ids.flatMap((resident_id) => residents.get(resident_id) ?? [])
    const overdue_days = Math.max(0, ...own.map(({ due_on }) => daysBetween(due_on, today)))
    const village = visit?.village ?? people[0]?.village ?? null
    return { id, visit, follow_ups: own, residents: people, on, overdue_days, risk: highestRisk(people), village }
  }
}

export type Segment = 'overdue' | 'today' | 'week'

/** The three tabs. What is begun is today's work whatever day it was planned for; this week holds today as well. */
export function segmentsOf(tasks: readonly Task[], today: string): Record<Segment, Task[]> {
  const last = lastDayOfWeek(today)
  const isToday = (task: Task): boolean => task.on === today || isBegun(task)
  return {
    overdue: tasks.filter((task) => task.on < today && !isBegun(task)).sort(byUrgency),
    today: tasks.filter(isToday).sort(byRoute),
    week: tasks.filter((task) => isToday(task) || (task.on > today && task.on <= last)).sort((a, b) => inOrder(a.on, b.on) || byRoute(a, b)),
  }
}

/** Whom to see first: those at high risk, in the order of the way; then everybody else in that order. */
export function firstAndRest(tasks: readonly Task[]): { first: Task[]; rest: Task[] } {
  const first = tasks.filter(({ risk }) => risk === 'high')
  // When everybody is at high risk there is no order to be changed.
  return first.length === tasks.length ? { first: [], rest: [...tasks] } : { first, rest: tasks.filter(({ risk }) => risk !== 'high') }
}

/** The stop to go to now: one that is begun, else the next of the day's way. Follow-ups without a visit have no way yet. */
export function nextStop(today: readonly Task[]): Task | undefined {
  const stops = today.filter(({ visit }) => visit).sort(byRoute)
  return stops.find(({ visit }) => visit!.status === 'in_progress') ?? stops.find(({ visit }) => visit!.status === 'en_route') ?? stops[0]
}

/** Villages with how many tasks each has, the fullest first. */
export function villagesOf(tasks: readonly Task[]): { village: string; count: number }[] {
  const groups = groupBy(tasks.filter(({ village }) => village), ({ village }) => village!)
  return [...groups].map(([village, of]) => ({ village, count: of.length })).sort((a, b) => b.count - a.count || a.village.localeCompare(b.village, 'zh'))
}

/** Days of a list in order, each with what is on it. */
export function byDay(tasks: readonly Task[]): { on: string; tasks: Task[] }[] {
  return [...groupBy(tasks, ({ on }) => on)].map(([on, of]) => ({ on, tasks: of }))
}

/** The day a visit is planned for, or was begun without a plan. */
export function dayOf(visit: Pick<VisitBody, 'planned_start_at' | 'started_at'>): string | undefined {
  const at = visit.planned_start_at ?? visit.started_at
  return at ? localTime(at).on : undefined
}

/** Weeks begin on Monday. */
export function lastDayOfWeek(today: string): string {
  return addDays(today, 7 - weekday(today))
}

function isUnderWay({ status }: VisitBody): boolean {
  return status === 'scheduled' || status === 'en_route' || status === 'in_progress'
}

function isBegun({ visit }: Task): boolean {
  return visit?.status === 'en_route' || visit?.status === 'in_progress'
}

function isPlanned({ resident_id, programme }: FollowUpBody, visits: readonly VisitBody[]): boolean {
  return visits.some(({ services }) => services.some((line) => line.resident_id === resident_id && line.item_code === ITEM_OF[programme]))
}

function byUrgency(a: Task, b: Task): number {
  return riskOrder(a.risk) - riskOrder(b.risk) || b.overdue_days - a.overdue_days || inOrder(a.on, b.on) || byName(a, b)
}

function byRoute(a: Task, b: Task): number {
  return stopOf(a) - stopOf(b) || inOrder(timeOf(a), timeOf(b)) || byUrgency(a, b)
}

/** What is begun comes first; without a number in the day's order: after those that have one; without a visit, last of all. */
function stopOf(task: Task): number {
  if (isBegun(task)) return 0
  return task.visit ? (task.visit.order_no ?? 1_000) : 2_000
}

function timeOf({ visit }: Task): string {
  return visit?.planned_start_at ?? visit?.started_at ?? ''
}

function byName(a: Task, b: Task): number {
  return (a.residents[0]?.name ?? '').localeCompare(b.residents[0]?.name ?? '', 'zh')
}

/** Of days and moments in ISO 8601; a slow phone notices what asking for a language's order costs. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

function groupBy<T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) groups.set(key(thing), [...(groups.get(key(thing)) ?? []), thing])
  return groups
}

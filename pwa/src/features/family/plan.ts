import { daysBetween, localTime } from '@/i18n/calendar'
import type { FamilyVisitBody, VisitBody, VisitStatus } from '../shared/documents'

/** What is planned for an elder and what was done, from the fuller and the smaller body alike. Pure. */

export type SeenVisit = (VisitBody | FamilyVisitBody) & { next_visit_on?: string | null }

const WAITING: readonly VisitStatus[] = ['requested', 'accepted']
const ON_THE_WAY: readonly VisitStatus[] = ['en_route', 'in_progress']
const DONE: readonly VisitStatus[] = ['completed', 'verified']
export const OPEN: readonly VisitStatus[] = [...WAITING, 'scheduled', ...ON_THE_WAY]

export function itemCodes(visit: SeenVisit): string[] {
  return 'services' in visit ? [...new Set(visit.services.map(({ item_code }) => item_code))] : visit.item_codes
}

/** The day it is planned for, else the one wished for. */
export function dayOf(visit: SeenVisit): string | null {
  return visit.planned_start_at ? localTime(visit.planned_start_at).on : visit.wish_on
}

export function isWaiting({ status }: SeenVisit): boolean {
  return WAITING.includes(status)
}

export function isDone({ status }: SeenVisit): boolean {
  return DONE.includes(status)
}

/** Whoever is on the way or at work first, then day by day; what was planned for days gone by is not to come. */
export function toCome(visits: readonly SeenVisit[], today: string): SeenVisit[] {
  return visits
    .filter((visit) => OPEN.includes(visit.status) && (ON_THE_WAY.includes(visit.status) || isWaiting(visit) || (dayOf(visit) ?? '') >= today))
    .sort((a, b) => rank(a) - rank(b) || momentOf(a).localeCompare(momentOf(b)))
}

/** What was done, the latest first. */
export function doneLately(visits: readonly SeenVisit[]): SeenVisit[] {
  return visits.filter((visit) => isDone(visit)).sort((a, b) => (b.ended_at ?? '').localeCompare(a.ended_at ?? ''))
}

/** Whatever ended otherwise: called off, not met, not taken. The latest first. */
export function cameToNothing(visits: readonly SeenVisit[]): SeenVisit[] {
  return visits.filter((visit) => !isDone(visit) && !OPEN.includes(visit.status)).sort((a, b) => momentOf(b).localeCompare(momentOf(a)))
}

/** When nothing is planned: the day that was agreed on at the last visit, if it is still to come. */
export function agreedOn(visits: readonly SeenVisit[], today: string): string | undefined {
  const agreed = doneLately(visits)[0]?.next_visit_on
  return agreed && daysBetween(today, agreed) >= 0 ? agreed : undefined
}

function rank({ status }: SeenVisit): number {
  return ON_THE_WAY.includes(status) ? 0 : 1
}

function momentOf(visit: SeenVisit): string {
  if (visit.planned_start_at) return visit.planned_start_at
  // A wish for an afternoon comes after one for the morning; both stand among moments in UTC.
  return `${visit.wish_on ?? ''}T${visit.wish_part === 'afternoon' ? '06' : '01'}`
}

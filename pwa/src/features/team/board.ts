import { daysBetween } from '@/i18n/calendar'
import type { VisitBody } from '../shared/documents'
import { missingElements } from './proof'
import { plannedOn } from './windows'

/** What waits for the leader, out of the team's visits. */

/** Asked for, and nobody has answered: words of danger first, then whoever has waited longest. */
export function requestsOf(visits: readonly VisitBody[]): VisitBody[] {
  return visits.filter(({ status }) => status === 'requested').sort((a, b) => isAlarming(b) - isAlarming(a) || byWait(a, b))
}

/** Minutes that the longest has waited; undefined when nobody waits. */
export function longestWait(requests: readonly Pick<VisitBody, 'requested_at'>[], now: number): number | undefined {
  const since = requests.map(({ requested_at }) => Date.parse(requested_at)).filter(Number.isFinite)
  return since.length ? Math.max(0, Math.floor((now - Math.min(...since)) / 60_000)) : undefined
}

/** Why nobody goes yet, or not enough, or nobody went. */
export type Open = 'nobody' | 'too_few' | 'not_gone'

/** Taken, but still without people or time; the nearest wish first, what was left undone before all. */
export function unplannedOf(visits: readonly VisitBody[], today: string, needed: (visit: VisitBody) => number): { visit: VisitBody; why: Open }[] {
  const found = visits.flatMap((visit) => {
    const why = whyOpen(visit, today, needed(visit))
    return why ? [{ visit, why }] : []
  })
  return found.sort((a, b) => wantedOn(a.visit).localeCompare(wantedOn(b.visit)) || byWait(a.visit, b.visit))
}

function whyOpen(visit: VisitBody, today: string, needed: number): Open | undefined {
  if (visit.status === 'accepted') return 'nobody'
  if (visit.status !== 'scheduled') return undefined
  if ((plannedOn(visit) ?? today) < today) return 'not_gone'
  return visit.clinician_ids.length < needed ? 'too_few' : undefined
}

/** Done, but it does not count before the leader has looked; the oldest first. */
export function reviewsOf(visits: readonly VisitBody[]): VisitBody[] {
  const waiting = visits.filter((visit) => visit.status === 'completed' && (visit.review?.status === 'pending' || missingElements(visit).length > 0))
  return waiting.sort((a, b) => (a.ended_at ?? '').localeCompare(b.ended_at ?? ''))
}

function isAlarming({ danger_words }: VisitBody): number {
  return danger_words?.length ? 1 : 0
}

function byWait(a: VisitBody, b: VisitBody): number {
  return a.requested_at.localeCompare(b.requested_at)
}

/** The day it was planned for, else wished for; without either, first. */
function wantedOn(visit: VisitBody): string {
  return plannedOn(visit) ?? visit.wish_on ?? ''
}

/** Days since the planned day of a visit that nobody went on. */
export function daysLate(visit: VisitBody, today: string): number {
  return daysBetween(plannedOn(visit) ?? today, today)
}

import { addDays, localTime } from '@/i18n/calendar'
import type { FollowUpBody, VisitBody } from '../shared/documents'
import type { FollowUps } from './useFollowUps'
import type { Programme } from './payload'

/** What somebody is followed up in, and how that stands. */
export interface Followed {
  programme: Programme
  /** By when the next is to be held. */
  due_on?: string
}

const ALL: readonly Programme[] = ['hypertension', 'diabetes']
/** What is due within these days is meant, when somebody is there anyway. */
const SOON_DAYS = 14

/** The programmes that somebody is in. One that is due counts too: its enrolment may not have come yet. */
export function programmesOf({ enrolments, follow_ups }: Pick<FollowUps, 'enrolments' | 'follow_ups'>): Followed[] {
  return ALL.flatMap((programme) => {
    const due_on = follow_ups.find((one) => one.programme === programme && one.status === 'due')?.due_on
    return due_on || enrolments.some((one) => one.programme === programme) ? [{ programme, ...(due_on ? { due_on } : {}) }] : []
  })
}

/** Those that are due soon; when none is, all. */
export function wantedOf(followed: readonly Followed[], today: string): Programme[] {
  const soon = followed.filter(({ due_on }) => due_on && due_on <= addDays(today, SOON_DAYS))
  return (soon.length ? soon : followed).map(({ programme }) => programme)
}

/** How often somebody was seen face to face for it in this year. */
export function heldThisYear(follow_ups: FollowUps['follow_ups'], programme: Programme, today: string): number {
  return follow_ups.filter((one) => one.programme === programme && one.is_face_to_face && one.done_at?.startsWith(today.slice(0, 4))).length
}

/** On how many different days somebody was sought in vain since he was last followed up for it. */
export function daysTried({ follow_ups, visits }: { follow_ups: readonly FollowUpBody[]; visits: readonly Pick<VisitBody, 'contact_attempts'>[] }, programme: Programme): number {
  const since = follow_ups.filter((one) => one.programme === programme && one.done_at).map(({ done_at }) => done_at!).sort().at(-1) ?? ''
  return new Set(visits.flatMap(({ contact_attempts }) => contact_attempts).filter(({ occurred_at }) => occurred_at > since).map(({ occurred_at }) => localTime(occurred_at).on)).size
}

/** The last one that fell away, if none was held after it. */
export function lastLetGo(follow_ups: readonly FollowUpBody[], programme: Programme): FollowUpBody | undefined {
  const gone = follow_ups.filter((one) => one.programme === programme && (one.status === 'lost' || one.status === 'cancelled')).sort((a, b) => a.due_on.localeCompare(b.due_on)).at(-1)
  const held = lastHeld(follow_ups, programme)
  return gone && (!held || held.on < gone.due_on) ? gone : undefined
}

/** The last one that was held: when, how, and how it turned out. */
export function lastHeld(follow_ups: readonly FollowUpBody[], programme: Programme): { on: string; mode: string; outcome: string } | undefined {
  const held = follow_ups.filter((one) => one.programme === programme && one.status === 'done' && one.done_at && one.outcome)
  const last = held.sort((a, b) => a.done_at!.localeCompare(b.done_at!)).at(-1)
  return last && { on: localTime(last.done_at!).on, mode: last.mode ?? 'home', outcome: last.outcome! }
}

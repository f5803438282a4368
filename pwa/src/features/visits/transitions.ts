/**
 * When a home visit may change state. The tables are the server's own, exported; the cases in
 * tests/tables/visit_steps.json hold both sides.
 */
import states from '@/generated/states.json'
import { refused, type Refused } from './refused'

export type VisitStatus =
  | 'requested' | 'accepted' | 'scheduled' | 'en_route' | 'in_progress' | 'completed' | 'verified'
  | 'declined' | 'cancelled' | 'missed' | 'aborted'

export type VisitAction = keyof typeof states.visit_standing

export interface VisitFacts {
  /** null: the visit is not there yet. */
  readonly status: VisitStatus | null
  readonly is_on_visit?: boolean
  readonly is_leader?: boolean
  readonly is_team?: boolean
}

const STARTS: Partial<Record<VisitAction, string>> = states.visit_starts
const TRANSITIONS: Partial<Record<VisitStatus, Partial<Record<VisitAction, string>>>> = states.visit_transitions

/** What a visit becomes; null when the action does not fit. */
export function nextStatus(status: VisitStatus | null, action: VisitAction): VisitStatus | null {
  const becomes = status === null ? STARTS[action] : TRANSITIONS[status]?.[action]
  return (becomes as VisitStatus | undefined) ?? null
}

/** Why this person may not do this to the visit as it stands; null when nothing stands against it. */
export function mayNot(action: VisitAction, facts: VisitFacts): Refused | null {
  if (nextStatus(facts.status, action) === null) {
    return refused('visits.refused.wrong_status', { status: facts.status ?? '', action })
  }
  const { is_on_visit = false, is_leader = false, is_team = false } = facts
  switch (states.visit_standing[action]) {
    case 'on_visit':
      return is_on_visit ? null : refused('visits.refused.wrong_clinician')
    case 'leader':
      return is_leader ? null : refused('visits.refused.not_leader')
    case 'team':
      return is_team || is_leader || is_on_visit ? null : refused('visits.refused.not_team')
    default:
      return null
  }
}

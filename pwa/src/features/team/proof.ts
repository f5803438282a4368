import type { CheckBody, VisitBody } from '../shared/documents'
import { asksWhy } from '../visits/verdict'

/** What a finished visit can show for itself: the twin of `verification` in jiayi/visits/rules.py, for the leader's eyes. */

export const ELEMENTS = ['service', 'person', 'provider', 'date', 'place', 'begin_and_end'] as const
export type Element = (typeof ELEMENTS)[number]

/** Which of the six elements are missing: without them a visit cannot count. */
export function missingElements({ services, resident_ids, clinician_ids, check_in, check_out }: VisitBody): Element[] {
  const has: Record<Element, boolean> = {
    service: services.some(({ outcome }) => outcome === 'done'),
    person: resident_ids.length > 0,
    provider: clinician_ids.length > 0,
    date: check_in !== null,
    place: isPlaced(check_in) && isPlaced(check_out),
    begin_and_end: check_in !== null && check_out !== null,
  }
  return ELEMENTS.filter((element) => !has[element])
}

function isPlaced(check: CheckBody | null): boolean {
  return check !== null && (!asksWhy(check.verdict) || (check.reason_code !== null && check.action_code !== null))
}

/** The check that lies farthest from home, of those outside. */
export function farthest({ check_in, check_out }: Pick<VisitBody, 'check_in' | 'check_out'>): CheckBody | undefined {
  const outside = [check_in, check_out].filter((check): check is CheckBody => check?.verdict === 'outside')
  return outside.sort((a, b) => (b.distance_metres ?? 0) - (a.distance_metres ?? 0))[0]
}

/** Why somebody checked in elsewhere: the reason of the check that asked for one. */
export function reasonOf({ check_in, check_out }: Pick<VisitBody, 'check_in' | 'check_out'>): string | undefined {
  return [check_in, check_out].find((check) => check?.reason_code)?.reason_code ?? undefined
}

/** Minutes between coming in and going out; negative when the times run backwards. */
export function minutesInside({ check_in, check_out, stay }: Pick<VisitBody, 'check_in' | 'check_out' | 'stay'>): number | undefined {
  // By the clock that nobody can set, where the phone was not started anew meanwhile.
  if (stay) return stay.minutes
  return check_in && check_out ? Math.round((Date.parse(check_out.occurred_at) - Date.parse(check_in.occurred_at)) / 60_000) : undefined
}

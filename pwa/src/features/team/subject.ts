import type { VisitBody } from '../shared/documents'
import type { Quiet } from './quiet'

/** What a sheet of the board is about. */

/** Who goes when: for a visit that is there, or for somebody whom nobody has been to. */
export type PlanSubject = { visit: VisitBody } | { quiet: Quiet }

export function planKey(subject: PlanSubject): string {
  return 'visit' in subject ? subject.visit.id : subject.quiet.resident_id
}

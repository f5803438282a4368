import type { FollowUpBody } from '../shared/documents'
import { listed } from '../shared/people'
import type { Task } from './tasks'

/** What others than the day's list call a task and what belongs to it. */

/** Service items that settle a follow-up. */
export const ITEM_OF: Record<FollowUpBody['programme'], string> = { hypertension: 'B01', diabetes: 'B02' }

/** Rounds in an elder home are known by their place. */
const NAMED_BY_PLACE = 4

export function nameOf({ residents, visit }: Pick<Task, 'residents' | 'visit'>): string {
  if (residents.length >= NAMED_BY_PLACE && visit?.place_text) return visit.place_text
  return listed(residents.map(({ name }) => name))
}

/** For a button: 丁大川, though his wife is on the visit too. */
export function shortName(task: Pick<Task, 'residents' | 'visit'>): string {
  return task.residents.length < NAMED_BY_PLACE ? (task.residents[0]?.name ?? '') : nameOf(task)
}

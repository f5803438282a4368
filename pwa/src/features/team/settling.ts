import { api, dataOf } from '@/api/client'
import { ApiProblem } from '@/api/problem'
import { requestSync } from '@/sync'
import type { HeldCommandBody } from '../shared/documents'
import { myName } from '../shared/me'

/** Held work lies with the server: deciding on it needs a signal. */

export type Decision = 'file' | 'move' | 'void'

export interface Settled {
  count: number
  /** What kept the rest from being settled. */
  problem?: ApiProblem
}

/** In the order of doing; what depends on one goes with it, and nothing further than the first that a rule refuses. */
export async function settle(commands: readonly HeldCommandBody[], decision: Decision, note: string | null): Promise<Settled> {
  const done = new Set<string>()
  try {
    for (const { id } of commands) {
      if (done.has(id)) continue
      for (const each of [id, ...(await decide(id, decision, note))]) done.add(each)
    }
    return { count: done.size }
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem
    return { count: done.size, problem }
  } finally {
    requestSync()
  }
}

const SAID = { file: 'filed', move: 'moved', void: 'voided' } as const

async function decide(held_id: string, decision: Decision, note: string | null): Promise<string[]> {
  const call = { params: { path: { held_id } }, body: { note } }
  try {
    const { followed, stopped } = await dataOf(api.POST(`/api/v1/sync/held/{held_id}/${decision}`, call))
    if (stopped) throw new ApiProblem(stopped.code, 409, stopped.detail)
    return followed
  } catch (problem) {
    // Decided so by an earlier try of one's own whose answer got lost.
    const is_own = problem instanceof ApiProblem && problem.code === 'sync.refused.decided'
      && problem.detail.name === myName() && problem.detail.status === SAID[decision]
    if (!is_own) throw problem
    return []
  }
}

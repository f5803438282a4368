import { api, dataOf } from '@/api/client'
import { ApiProblem } from '@/api/problem'
import { requestSync } from '@/sync'
import type { HeldCommandBody } from '../shared/documents'

/** Held work lies with the server: deciding on it needs a signal. */

export interface Settled {
  count: number
  /** What kept the rest from being settled. */
  problem?: ApiProblem
}

/** One after the other in the order of doing, and no further than the first that fails: each builds on those before. */
export async function settle(commands: readonly HeldCommandBody[], decision: 'file' | 'void', note: string | null): Promise<Settled> {
  let count = 0
  try {
    for (const { id } of commands) {
      await decide(id, decision, note)
      count += 1
    }
    return { count }
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem
    return { count, problem }
  } finally {
    requestSync()
  }
}

async function decide(held_id: string, decision: 'file' | 'void', note: string | null): Promise<void> {
  const call = { params: { path: { held_id } }, body: { note } }
  try {
    await dataOf(decision === 'file' ? api.POST('/api/v1/sync/held/{held_id}/file', call) : api.POST('/api/v1/sync/held/{held_id}/void', call))
  } catch (problem) {
    // Decided by an earlier try whose answer got lost, or by the other leader.
    if (!(problem instanceof ApiProblem) || problem.code !== 'sync.refused.decided') throw problem
  }
}

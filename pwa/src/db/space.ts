import { ApiProblem } from '../api/problem'
import { announce, EVERYTHING, SYNC } from './changes'
import type { Database } from './database'

/** When the phone is full: what the server has anyway makes room for what exists nowhere else. */

/** Finished long ago or looked at seldom, in the order in which it goes. */
const KINDS = ['measurement', 'notice', 'follow_up', 'prescription', 'contract'] as const
const FINISHED = ['completed', 'verified', 'missed', 'aborted', 'cancelled', 'declined'] as const

/** Writes, if need be once more after making room. Throws ApiProblem `app.problem.phone_full` when even that is not enough. */
export async function withRoom<T>(db: Database, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (problem) {
    if (!isFull(problem)) throw problem
  }
  await shed(db)
  try {
    return await write()
  } catch (problem) {
    throw isFull(problem) ? new ApiProblem('app.problem.phone_full', 507) : problem
  }
}

/** Browsers say it of the request, or of the transaction that it ended. */
export function isFull(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'QuotaExceededError'
}

/** Open work, people and what the county has stay: the day goes on. `is_short` says that the rest is to be fetched again. */
async function shed(db: Database): Promise<void> {
  const tx = db.transaction(['documents', 'meta'], 'readwrite')
  const documents = tx.objectStore('documents')
  const found = await Promise.all([
    ...KINDS.map((kind) => documents.index('kind').getAllKeys(kind)),
    ...FINISHED.map((status) => documents.index('kind_status').getAllKeys(['visit', status])),
  ])
  await Promise.all([...found.flat().map((key) => documents.delete(key)), tx.objectStore('meta').put(true, 'is_short'), tx.objectStore('meta').delete('kept'), tx.done])
  announce(db.name, [EVERYTHING, SYNC])
}

/** Everything comes again with the next pull; what is here stays in use until then. */
export async function fetchAnew(db: Database): Promise<void> {
  const tx = db.transaction('meta', 'readwrite')
  const generation = ((await tx.store.get('generation')) as number | undefined) ?? 0
  await Promise.all([
    tx.store.put(generation + 1, 'generation'), tx.store.put({}, 'cursors'), tx.store.put([], 'complete'), tx.store.delete('is_short'), tx.store.delete('progress'), tx.done,
  ])
  announce(db.name, [SYNC])
}

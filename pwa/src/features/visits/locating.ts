import { shallowReactive } from 'vue'
import { send } from '@/sync'
import type { LocatePayload } from './payloads'
import { readPosition } from './position'

/**
 * The position of a check: the check is written at once, the position when it comes, also if another page is open by then. What
 * is being looked for is known here, so that nobody is asked for a reason too early.
 */
const searching = shallowReactive(new Set<string>())

/** Until the pages have read what was found. */
const SETTLE_MS = 300

export function isLocating(visit_id: string, which: LocatePayload['which']): boolean {
  return searching.has(`${visit_id} ${which}`)
}

/** Writes the check by `write`, which returns its command's id, and looks for the position without being waited for. */
export async function located(visit_id: string, which: LocatePayload['which'], write: () => Promise<string>): Promise<void> {
  const key = `${visit_id} ${which}`
  searching.add(key)
  const stop = (): unknown => setTimeout(() => searching.delete(key), SETTLE_MS)
  try {
    const id = await write()
    void locate(visit_id, which, id).finally(stop)
  } catch (problem) {
    stop()
    throw problem
  }
}

async function locate(visit_id: string, which: LocatePayload['which'], check_id: string): Promise<void> {
  const position = await readPosition()
  if (position) await send<LocatePayload>({ kind: 'visits.locate', entity_id: visit_id, payload: { which, position }, depends_on: [check_id] })
}

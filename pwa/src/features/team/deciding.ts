import { newId, send, withdraw, type NewCommand } from '@/sync'
import { say, UNDO_MS } from '@/ui/toast'
import type { VisitBody } from '../shared/documents'
import type { AssignPayload, ReasonPayload, RequestPayload, ReviewPayload } from '../visits/payloads'
import type { Board } from './useBoard'

/** The leader's decisions as commands: they show at once, stay on the phone for ten seconds, and say so. */

/** Decided on what the server said; on top of decisions of this phone's own, in their order. */
function basis({ id, version }: VisitBody, { pending }: Pick<Board, 'pending'>): Pick<NewCommand, 'base_version' | 'depends_on'> {
  const before = pending.get(id)
  return before ? { depends_on: [...before] } : { base_version: version }
}

/** Sends these people in this window; a request is taken by the same tap. */
export async function assign(visit: VisitBody, payload: AssignPayload, board: Board, said: string): Promise<void> {
  const sent: string[] = []
  if (visit.status === 'requested') sent.push(await decide('visits.accept', visit.id, {}, basis(visit, board)))
  const on_top = sent.length ? { depends_on: [...sent] } : basis(visit, board)
  sent.push(await decide('visits.assign', visit.id, payload, on_top))
  sayWithUndo(said, sent)
}

/** Asks for a visit that nobody asked for, and sends these people. */
export async function planAnew(wish: RequestPayload, payload: AssignPayload, said: string): Promise<void> {
  const id = newId()
  const asked = await decide('visits.request', id, wish)
  sayWithUndo(said, [asked, await decide('visits.assign', id, payload, { depends_on: [asked] })])
}

/** Taken; who goes and when is for later. */
export async function accept(visit: VisitBody, board: Board, said: string): Promise<void> {
  sayWithUndo(said, [await decide('visits.accept', visit.id, {}, basis(visit, board))])
}

export async function turnDown(what: 'decline' | 'cancel', visit: VisitBody, payload: ReasonPayload, board: Board, said: string): Promise<void> {
  sayWithUndo(said, [await decide(`visits.${what}`, visit.id, payload, basis(visit, board))])
}

export async function unassign(visit: VisitBody, board: Board, said: string): Promise<void> {
  sayWithUndo(said, [await decide('visits.unassign', visit.id, {}, basis(visit, board))])
}

export async function review(visit: VisitBody, payload: ReviewPayload, board: Board, said: string): Promise<void> {
  sayWithUndo(said, [await decide('visits.review', visit.id, payload, basis(visit, board))])
}

/** A clinician's day in this order. */
export async function setOrder(clinician_id: string, on: string, visit_ids: string[], said: string): Promise<void> {
  await send({ kind: 'visits.set_order', entity_id: clinician_id, payload: { on, visit_ids } })
  say(said)
}

function decide(kind: string, entity_id: string, payload: object, more: Partial<NewCommand> = {}): Promise<string> {
  return send({ kind, entity_id, payload, hold_ms: UNDO_MS, ...more })
}

function sayWithUndo(said: string, sent: readonly string[]): void {
  say(said, () => void takeBack(sent))
}

/** The last one first, so that nothing is left that waits for what is gone. */
async function takeBack(sent: readonly string[]): Promise<void> {
  for (const id of [...sent].reverse()) if (!(await withdraw(id))) return
}

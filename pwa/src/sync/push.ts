import { ApiProblem } from '../api/problem'
import { announce, OUTBOX } from '../db/changes'
import type { Database, OutboxCommand, StoredCommand } from '../db/database'
import { isSealed } from '../db/seal'
import { openCommands, sealWork } from '../db/work'
import { phone_clock } from './clock'
import { noteEpoch } from './epoch'
import { newId } from './ids'
import type { CommandResult, PushAnswer, Transport, WireCommand } from './wire'

/** Hands in what waits, in batches, until nothing is left that may go now. Only ever run under the sync lock. */

const BATCH_COUNT = 50
const BATCH_BYTES = 512 * 1024
const DAY_MS = 86_400_000
const PARENT_REFUSED = 'sync.refused.depends_on_refused'
/** Nothing stays back longer on purpose: who is to wait longer was stamped by a clock that was set back since. */
const LONGEST_HOLD_MS = 5 * 60_000
/** How long applied commands are kept, in case the server is restored from a backup. */
export const KEPT_MS = 14 * DAY_MS

export interface FlushReport {
  /** When the next command that stays on purpose may go. */
  retry_after_ms?: number
  /** What kept something back; the rest has gone. */
  problem?: ApiProblem
}

export async function flush(db: Database, transport: Transport): Promise<FlushReport> {
  await recallSending(db)
  const done = { ids: new Set<string>(), memberships: new Set<string>() }
  let max_count = BATCH_COUNT
  let problem: ApiProblem | undefined
  for (;;) {
    const batch = await takeBatch(db, done, max_count)
    if (!batch.length) break
    try {
      const answer = await transport.push(batch[0]!.membership_id, JSON.stringify((await openCommands(db, batch)).map(wire)))
      batch.forEach(({ id }) => done.ids.add(id))
      await settle(db, batch, answer)
    } catch (error) {
      await recallSending(db)
      if (!(error instanceof ApiProblem)) throw error
      if (error.is_passing) return { problem: error }
      if (!isAboutContent(error)) {
        // This membership may not hand in now; another of the same account may.
        done.memberships.add(batch[0]!.membership_id)
        problem = error
      } else if (batch.length > 1) {
        // One of them cannot be read by the server. Find it by halves, so that it does not keep back the others.
        max_count = Math.ceil(batch.length / 2)
      } else {
        await refuse(db, batch[0]!, error)
        max_count = BATCH_COUNT
      }
    }
  }
  await forgetOld(db)
  return { ...(await nextAttempt(db)), ...(problem ? { problem } : {}) }
}

interface Done {
  ids: ReadonlySet<string>
  memberships: ReadonlySet<string>
}

/** What was on its way when the page died or the reply was lost goes again, under the same id. */
async function recallSending(db: Database): Promise<void> {
  await rewrite(db, (command) => (command.state === 'sending' ? { ...command, state: 'waiting' } : undefined))
}

async function takeBatch(db: Database, done: Done, max_count: number): Promise<StoredCommand[]> {
  const tx = db.transaction('outbox', 'readwrite')
  const batch = choose(await tx.store.getAll(), done, max_count, Date.now())
  for (const command of batch) {
    Object.assign(command, { state: 'sending', attempt_count: command.attempt_count + 1 })
    delete command.not_before
    await tx.store.put(command)
  }
  await tx.done
  if (batch.length) announce(db.name, [OUTBOX])
  return batch
}

/** The next commands in order, of one membership, each only after what it depends on. */
function choose(all: StoredCommand[], done: Done, max_count: number, now: number): StoredCommand[] {
  const batch: StoredCommand[] = []
  // Held work is with the server, which holds its children too; anything else that is still here comes first.
  const blocked = new Set(all.filter(({ state }) => state !== 'held').map(({ id }) => id))
  let bytes = 2
  for (const command of all) {
    if (command.state !== 'waiting' || holdOf(command, now) > 0) continue
    if (done.ids.has(command.id) || done.memberships.has(command.membership_id)) continue
    if (batch.length && command.membership_id !== batch[0]!.membership_id) continue
    if (command.depends_on.some((id) => blocked.has(id))) continue
    bytes += bytesOf(command) + 1
    if (batch.length === max_count || (batch.length && bytes > BATCH_BYTES)) break
    batch.push(command)
    blocked.delete(command.id)
  }
  return batch
}

/** How many milliseconds it stays here yet. */
function holdOf({ not_before = 0 }: StoredCommand, now: number): number {
  const hold = not_before - now
  return hold > 0 && hold <= LONGEST_HOLD_MS ? hold : 0
}

/** On the wire, roughly: what is sealed is a little longer than what is sent. */
function bytesOf({ payload, ...rest }: StoredCommand): number {
  const said = isSealed(payload) ? payload.length : new TextEncoder().encode(JSON.stringify(payload)).length
  return said + JSON.stringify(wire({ ...rest, payload: null } as OutboxCommand)).length
}

function wire(command: OutboxCommand): WireCommand {
  const { id, kind, entity_id, depends_on, replaces, base_version, clock, payload } = command
  return {
    id, kind, entity_id, clock, payload,
    ...(depends_on.length ? { depends_on } : {}),
    ...(replaces === undefined ? {} : { replaces }),
    ...(base_version === undefined ? {} : { base_version }),
  }
}

/** Stores what became of each command. One without an answer goes again. */
async function settle(db: Database, batch: StoredCommand[], { epoch, server_time, results }: PushAnswer): Promise<void> {
  await phone_clock.setAnchor(server_time)
  const outcomes = new Map(results.map((result) => [result.id, result]))
  const details = new Map(await Promise.all(results.map(async ({ id, detail }) => [id, await sealWork(db, detail ?? {})] as const)))
  const renamed = new Map<string, string>()
  const tx = db.transaction(['outbox', 'applied'], 'readwrite')
  const outbox = tx.objectStore('outbox')
  for (const command of batch) {
    const result = outcomes.get(command.id)
    if (result?.outcome === 'refused' && result.code === PARENT_REFUSED) {
      // Nothing is wrong with this one. Its id is used up, so it waits under a new one until its parent is put right.
      renamed.set(command.id, newId())
      await outbox.put({ ...command, id: renamed.get(command.id)!, replaces: command.id, state: 'waiting', attempt_count: 0 })
    } else if (result?.outcome === 'applied') {
      await outbox.delete(command.seq)
      const { seq, id } = command
      await tx.objectStore('applied').put({ seq, id, command, applied_at: Date.now(), epoch, is_unsettled: 1 })
    } else {
      await outbox.put(judged(command, result, details.get(command.id)))
    }
  }
  for (const command of renamed.size ? await outbox.getAll() : []) {
    await outbox.put({ ...command, depends_on: command.depends_on.map((id) => renamed.get(id) ?? id) })
  }
  await tx.done
  await noteEpoch(db, epoch)
  announce(db.name, [OUTBOX])
}

function judged(command: StoredCommand, result: CommandResult | undefined, detail: unknown): StoredCommand {
  switch (result?.outcome) {
    case 'refused':
    case 'held':
      return { ...command, state: result.outcome, code: result.code ?? 'app.problem.unknown', detail }
    case 'retry':
      return { ...command, state: 'waiting', not_before: Date.now() + (result.retry_after_ms ?? 1000) }
    default:
      return { ...command, state: 'waiting' }
  }
}

async function refuse(db: Database, command: StoredCommand, { code, detail: why }: ApiProblem): Promise<void> {
  const detail = await sealWork(db, why)
  await rewrite(db, (each) => (each.id === command.id ? { ...each, state: 'refused', code, detail } : undefined))
}

function isAboutContent({ status }: ApiProblem): boolean {
  return status === 400 || status === 413 || status === 422
}

async function rewrite(db: Database, change: (command: StoredCommand) => StoredCommand | undefined): Promise<void> {
  const tx = db.transaction('outbox', 'readwrite')
  let is_changed = false
  for (const command of await tx.store.getAll()) {
    const next = change(command)
    if (next) await tx.store.put(next)
    is_changed ||= next !== undefined
  }
  await tx.done
  if (is_changed) announce(db.name, [OUTBOX])
}

async function forgetOld(db: Database): Promise<void> {
  const tx = db.transaction('applied', 'readwrite')
  const old = await tx.store.index('applied_at').getAllKeys(IDBKeyRange.upperBound(Date.now() - KEPT_MS))
  await Promise.all(old.map((id) => tx.store.delete(id)))
  await tx.done
}

async function nextAttempt(db: Database): Promise<{ retry_after_ms?: number }> {
  const held_back = (await db.getAll('outbox')).filter(({ state, not_before }) => state === 'waiting' && not_before !== undefined)
  const now = Date.now()
  return held_back.length ? { retry_after_ms: Math.min(...held_back.map((command) => holdOf(command, now))) } : {}
}

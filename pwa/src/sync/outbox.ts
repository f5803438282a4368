import type { IDBPObjectStore } from 'idb'
import { announce, OUTBOX } from '../db/changes'
import { readMeta, type AppliedCommand, type Database, type JiayiSchema, type OutboxCommand, type StoredApplied, type StoredCommand } from '../db/database'
import { withRoom } from '../db/space'
import { openApplied, openCommands, sealWork } from '../db/work'
import { phone_clock } from './clock'
import { newId } from './ids'

/** Work that waits to be handed in. Written first, sent when it can be; nothing here waits for the network. */

export interface NewCommand<P = unknown> {
  kind: string
  entity_id: string
  payload: P
  /** Commands that must be applied before. */
  depends_on?: string[]
  /** For kinds that refuse what was decided on an old state: `body.version` of the document it was decided on. */
  base_version?: number
  /** Time to think better of it: stays on the phone so long, and `withdraw` takes it back. */
  hold_ms?: number
}

/** Said about the whole of a thing: who does one of these anew, on whatever page, has answered the refusal of the one before. */
const ANSWERING = new Set(['visits.assign', 'contracts.sign'])
/** Tells the server that its person let a refused command go. */
const DISCARD = 'sync.discard'

/** Writes a command; it shows at once and goes when it can. Returns its id. */
export async function enqueue(db: Database, membership_id: string, command: NewCommand): Promise<string> {
  const next = await fresh(db, newId(), membership_id, command)
  const answered = ANSWERING.has(command.kind) ? await refusedBefore(db, command) : undefined
  if (answered) await withRoom(db, () => replace(db, answered, { ...next, replaces: answered.id }))
  else await add(db, next, command.payload)
  return next.id
}

async function refusedBefore(db: Database, { kind, entity_id }: NewCommand): Promise<StoredCommand | undefined> {
  return (await db.getAll('outbox')).find((each) => each.state === 'refused' && each.kind === kind && each.entity_id === entity_id)
}

/**
 * Says something else instead, when the first words may already be on their way: in place while the command has never left
 * the phone, else as a new command that replaces it. Returns the id that now counts.
 */
export async function amend(db: Database, id: string, payload: unknown): Promise<string> {
  const sealed = await sealWork(db, payload)
  const tx = db.transaction('outbox', 'readwrite')
  const command = await tx.store.index('id').get(id)
  if (command?.state === 'waiting' && command.attempt_count === 0) {
    await tx.store.put({ ...command, payload: sealed })
    await tx.done
    announce(db.name, [OUTBOX])
    return id
  }
  await tx.done
  const said = command ?? (await db.get('applied', id))?.command
  if (!said) throw new Error(`no command ${id}`)
  const next = await fresh(db, newId(), said.membership_id, { kind: said.kind, entity_id: said.entity_id, payload })
  await add(db, { ...next, replaces: id }, payload)
  return next.id
}

/** The person's answer to a refusal: the same thing put right, under a new id. What waited for the old waits for the new. */
export async function correct(db: Database, id: string, payload: unknown, base_version?: number): Promise<string> {
  const refused = await db.getFromIndex('outbox', 'id', id)
  if (refused?.state !== 'refused') throw new Error(`nothing to correct in ${id}`)
  const { membership_id, kind, entity_id, depends_on } = refused
  const next = await fresh(db, newId(), membership_id, { kind, entity_id, payload, depends_on, base_version })
  // It takes the old one's place in the order, so that it still goes before what depends on it.
  await replace(db, refused, { ...next, replaces: id })
  return next.id
}

/** The person has seen it and lets it go: a refused command for good, which the server hears of, a held one because the leader has it. */
export async function discard(db: Database, id: string): Promise<void> {
  const command = await db.getFromIndex('outbox', 'id', id)
  if (command?.state !== 'refused' && command?.state !== 'held') throw new Error(`nothing to discard in ${id}`)
  if (command.state === 'held') {
    await db.put('applied', keptAside(command, (await readMeta(db, 'epoch'))!))
    return replace(db, command, undefined)
  }
  const told = await fresh(db, newId(), command.membership_id, { kind: DISCARD, entity_id: id, payload: {} })
  await replace(db, command, undefined, told)
}

/** Held work that this phone is done with: kept as applied work is, to be sent again if a restored server has forgotten it. */
export function keptAside(command: StoredCommand, epoch: string): StoredApplied {
  const { seq, id } = command
  return { seq, id, command, applied_at: Date.now(), epoch, is_unsettled: 0 }
}

/** Takes back what has not left the phone yet. False when it is too late. What waited for it goes all the same, and is answered. */
export async function withdraw(db: Database, id: string): Promise<boolean> {
  const { membership_id = '', replaces } = (await db.getFromIndex('outbox', 'id', id)) ?? {}
  // What it stood in for is let go with it.
  const told = replaces && (await fresh(db, newId(), membership_id, { kind: DISCARD, entity_id: replaces, payload: {} }))
  const tx = db.transaction('outbox', 'readwrite')
  const command = await tx.store.index('id').get(id)
  const may_go = command?.state === 'waiting' && command.attempt_count === 0
  if (may_go) {
    await tx.store.delete(command.seq)
    if (told) await tx.store.add(told as StoredCommand)
    await repoint(tx.store, id)
  }
  await tx.done
  if (may_go) announce(db.name, [OUTBOX])
  return may_go
}

/** In the order of writing. */
export async function readOutbox(db: Database): Promise<OutboxCommand[]> {
  return openCommands(db, await db.getAll('outbox'))
}

/** Applied by the server, but what they did has not come back yet: they still show, and nothing flickers. */
export async function readUnsettled(db: Database): Promise<AppliedCommand[]> {
  const applied = await db.getAllFromIndex('applied', 'is_unsettled', 1)
  return Promise.all(applied.sort((a, b) => a.seq - b.seq).map((each) => openApplied(db, each)))
}

type Unnumbered = Omit<StoredCommand, 'seq'> & { seq?: number }

async function fresh(db: Database, id: string, membership_id: string, command: NewCommand): Promise<Unnumbered> {
  const { kind, entity_id, depends_on = [], base_version, hold_ms } = command
  const [payload, clock] = await Promise.all([sealWork(db, command.payload), phone_clock.stamp()])
  return {
    id, membership_id, kind, entity_id, depends_on, payload, clock,
    ...(base_version === undefined ? {} : { base_version }),
    ...(hold_ms === undefined ? {} : { not_before: Date.now() + hold_ms }),
    state: 'waiting', attempt_count: 0,
  }
}

async function add(db: Database, command: Unnumbered, said: unknown): Promise<void> {
  const seq = await withRoom(db, () => db.add('outbox', command as StoredCommand))
  // As it would be read again.
  const payload = JSON.parse(JSON.stringify(said ?? null)) as unknown
  announce(db.name, [OUTBOX], { ...command, seq, payload } as OutboxCommand)
}

/** Puts `next` where `old` was, and points what depended on the old one at it; at nothing if there is no next. `besides` comes last. */
async function replace(db: Database, old: StoredCommand, next: Unnumbered | undefined, besides?: Unnumbered): Promise<void> {
  const tx = db.transaction('outbox', 'readwrite')
  // A second tap may have come first.
  if ((await tx.store.get(old.seq))?.id !== old.id) throw new Error(`already answered: ${old.id}`)
  await tx.store.delete(old.seq)
  const all = await tx.store.getAll()
  const behind = hangingOn(all, old.id)
  // What hangs on the old one is about to hang on the new: decided on top of it, the new one would wait for itself.
  if (next) await tx.store.put({ ...next, depends_on: next.depends_on.filter((id) => !behind.has(id)), seq: old.seq } as StoredCommand)
  if (besides) await tx.store.add(besides as StoredCommand)
  await repoint(tx.store, old.id, next?.id)
  await tx.done
  announce(db.name, [OUTBOX])
}

/** What waited for `id` waits for `next` instead, or for it no more: nothing waits for what will never go. */
async function repoint(outbox: IDBPObjectStore<JiayiSchema, ['outbox'], 'outbox', 'readwrite'>, id: string, next?: string): Promise<void> {
  for (const command of await outbox.getAll()) {
    if (!command.depends_on.includes(id)) continue
    const others = command.depends_on.filter((one) => one !== id)
    await outbox.put({ ...command, depends_on: next ? [...others, next] : others })
  }
}

/** This command and everything here that waits for it, by whatever way. */
function hangingOn(all: readonly StoredCommand[], id: string): Set<string> {
  const found = new Set([id])
  let known = 0
  while (known < found.size) {
    known = found.size
    for (const each of all) if (each.depends_on.some((one) => found.has(one))) found.add(each.id)
  }
  return found
}

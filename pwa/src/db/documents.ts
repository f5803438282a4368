import { readOutbox, readUnsettled } from '../sync/outbox'
import { keyOf, layOver, pendingOf, type Layered, type PendingCommand } from '../sync/overlay'
import { OUTBOX, SYNC, type Topic } from './changes'
import { readMeta, type Database, type OutboxCommand, type StoredDocument } from './database'

/** A document as a screen shows it: the fullest copy, with what this phone has still to hand in laid over it. */
export interface View<B> {
  kind: string
  id: string
  body: Readonly<B>
  /** Commands laid over it; empty when the server says all of this. */
  pending: readonly PendingCommand[]
}

export interface Documents {
  get: <B>(kind: string, id: string) => Promise<View<B> | undefined>
  /** In no order that means anything. */
  all: <B>(kind: string) => Promise<View<B>[]>
  /** All of a kind whose body names this resident (`resident_id` or `resident_ids`). */
  ofResident: <B>(kind: string, resident_id: string) => Promise<View<B>[]>
  /** What waits, and what asks for the person, in order of writing. */
  outbox: () => Promise<OutboxCommand[]>
  /** False until the first download of this membership is complete: an empty list may still fill. */
  isComplete: (membership_id: string) => Promise<boolean>
}

/** One reading of the database. `topics` collects what was looked at, so that the reader knows when to look again. */
export function readDocuments(db: Database, topics: Set<Topic> = new Set()): Documents {
  topics.add(OUTBOX)
  let layers: Promise<Map<string, Layered>> | undefined
  const layered = (): Promise<Map<string, Layered>> => (layers ??= readLayers(db))

  const merge = async <B>(kind: string, copies: Promise<StoredDocument[]>, isWanted: (body: object) => boolean): Promise<View<B>[]> => {
    topics.add(kind)
    const views = new Map([...fullest(await copies)].map(([id, { body }]) => [id, { kind, id, body, pending: [] } as View<B>]))
    for (const { kind: of, id, body, pending } of (await layered()).values()) {
      if (of !== kind) continue
      if (body && isWanted(body)) views.set(id, { kind, id, body: body as B, pending })
      else views.delete(id)
    }
    return [...views.values()]
  }
  return {
    async get<B>(kind: string, id: string) {
      topics.add(kind)
      const layer = (await layered()).get(keyOf(kind, id))
      if (layer) return layer.body ? { kind, id, body: layer.body as B, pending: layer.pending } : undefined
      const body = await readBody(db, kind, id)
      return body && { kind, id, body: body as B, pending: [] }
    },
    all: <B>(kind: string) => merge<B>(kind, db.getAllFromIndex('documents', 'kind', kind), () => true),
    ofResident: <B>(kind: string, resident_id: string) =>
      merge<B>(kind, ofKind(db.getAllFromIndex('documents', 'resident', resident_id), kind), (body) => isAbout(body, resident_id)),
    outbox: () => readOutbox(db),
    async isComplete(membership_id) {
      topics.add(SYNC)
      return (await readMeta(db, 'complete'))?.includes(membership_id) ?? false
    },
  }
}

async function readLayers(db: Database): Promise<Map<string, Layered>> {
  const [applied, outbox] = await Promise.all([readUnsettled(db), readOutbox(db)])
  // A rule has said no to refused ones: they no longer show on the documents, only in the list that asks for the person.
  const standing = outbox.filter(({ state }) => state !== 'refused').map((command) => ({ seq: command.seq, pending: pendingOf(command) }))
  const done = applied.map(({ seq, command }) => ({ seq, pending: pendingOf(command, 'applied') }))
  const commands = [...done, ...standing].sort((a, b) => a.seq - b.seq).map(({ pending }) => pending)
  return layOver(commands, (kind, id) => readBody(db, kind, id))
}

async function readBody(db: Database, kind: string, id: string): Promise<object | undefined> {
  const copies = await db.getAllFromIndex('documents', 'kind_id', [kind, id])
  return fullest(copies).get(id)?.body as object | undefined
}

/** The same thing may be on the phone in several buckets; the one nearest to the care has the fullest body. */
const FULLNESS = ['account', 'team', 'resident', 'family', 'county']

function fullest(copies: StoredDocument[]): Map<string, StoredDocument> {
  const best = new Map<string, StoredDocument>()
  for (const copy of copies) {
    const rival = best.get(copy.id)
    if (!rival || rank(copy) < rank(rival)) best.set(copy.id, copy)
  }
  return best
}

function rank({ bucket }: StoredDocument): number {
  return FULLNESS.indexOf(bucket.split(':', 1)[0]!)
}

async function ofKind(copies: Promise<StoredDocument[]>, kind: string): Promise<StoredDocument[]> {
  return (await copies).filter((copy) => copy.kind === kind)
}

function isAbout(body: object, resident_id: string): boolean {
  const about = body as { resident_id?: string; resident_ids?: string[] }
  return about.resident_id === resident_id || (about.resident_ids?.includes(resident_id) ?? false)
}

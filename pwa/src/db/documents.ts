import type { IDBPObjectStore } from 'idb'
import { readOutbox, readUnsettled } from '../sync/outbox'
import { keyOf, layOver, pendingOf, type Layered, type PendingCommand } from '../sync/overlay'
import { EVERYTHING, OUTBOX, SYNC, type Change, type Topic } from './changes'
import { readMeta, type Database, type JiayiSchema, type OutboxCommand, type StoredDocument } from './database'
import { openBodies } from './stored'

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
  /** Those of a kind with these ids, in one reading: for many of them. The others stay sealed. */
  some: <B>(kind: string, ids: ReadonlySet<string>) => Promise<View<B>[]>
  /** In no order that means anything. */
  all: <B>(kind: string) => Promise<View<B>[]>
  /** Those of a kind whose body has one of these as `status`, without reading the others: open work among a year of it. */
  withStatus: <B>(kind: string, statuses: readonly string[]) => Promise<View<B>[]>
  /** As withStatus, of those alone whose body has a `due_on` no later than a day: this week's among a year of them. */
  dueUntil: <B>(kind: string, statuses: readonly string[], on: string) => Promise<View<B>[]>
  /** Those of a kind whose body has an `ended_at` at or after a moment (ISO 8601 in UTC): today's finished work among a year of it. */
  endedSince: <B>(kind: string, at: string) => Promise<View<B>[]>
  /** All of a kind whose body names this resident (`resident_id` or `resident_ids`). */
  ofResident: <B>(kind: string, resident_id: string) => Promise<View<B>[]>
  /** What waits, and what asks for the person, in order of writing. */
  outbox: () => Promise<OutboxCommand[]>
  /** False until the first download of this membership is complete: an empty list may still fill. */
  isComplete: (membership_id: string) => Promise<boolean>
}

/**
 * What was read of the stored documents, by kind and question. A reader keeps it as long as nobody has written that kind: a
 * tap then shows without reading thousands of documents again, because only what is laid over them has changed.
 */
export type Answers = Map<string, Map<string, Promise<Map<string, object>>>>

export interface Stored {
  answers: Answers
  said?: Promise<Said> | undefined
}

/** What of it still counts after a change. */
export function stillStored({ answers, said }: Stored, { topics, added }: Change): Stored {
  if (topics.includes(EVERYTHING)) return { answers: new Map() }
  topics.forEach((topic) => answers.delete(topic))
  if (added && said) {
    const next = said.then((known) => withAdded(known, added))
    // Whoever reads on is told.
    next.catch(() => undefined)
    return { answers, said: next }
  }
  return { answers, said: topics.includes(OUTBOX) ? undefined : said }
}

/** One reading of the database. `topics` collects what was looked at, so that the reader knows when to look again. */
export function readDocuments(db: Database, topics: Set<Topic> = new Set(), stored: Stored = { answers: new Map() }): Documents {
  topics.add(OUTBOX)
  // What is asked at once is read at once. A moment later it may have changed.
  let now: Reading | undefined
  const reading = (): Reading => {
    if (!now) queueMicrotask(() => { now = undefined })
    return (now ??= { documents: db.transaction('documents').store, about: new Map() })
  }
  const ask = (
    kind: string, question: string, read: (from: Reading) => Promise<StoredDocument[]>, isWanted: (body: object) => boolean = () => true,
  ): Promise<Map<string, object>> => {
    topics.add(kind)
    const answers = stored.answers.get(kind) ?? new Map<string, Promise<Map<string, object>>>()
    stored.answers.set(kind, answers)
    const answer = answers.get(question) ?? read(reading()).then((copies) => fullest(db, copies, isWanted))
    answers.set(question, answer)
    answer.catch(() => answers.delete(question))
    return answer
  }
  const bodyOf = async (kind: string, id: string): Promise<object | undefined> =>
    (await ask(kind, `id ${id}`, ({ documents }) => documents.index('kind_id').getAll([kind, id]))).get(id)

  const bodiesOf = (kind: string): Promise<Map<string, object>> => ask(kind, 'all', ({ documents }) => documents.index('kind').getAll(kind))

  const commands = (): Promise<Said> => {
    const said = (stored.said ??= readCommands(db))
    said.catch(() => { stored.said = undefined })
    return said
  }
  let layers: Promise<Map<string, Layered>> | undefined
  const layered = (): Promise<Map<string, Layered>> => (layers ??= commands().then(({ pending }) => layOver(pending, bodyOf, bodiesOf)))

  const merge = async <B>(kind: string, bodies: Promise<Map<string, object>>, isWanted: (body: object) => boolean): Promise<View<B>[]> => {
    const views = new Map([...(await bodies)].map(([id, body]) => [id, { kind, id, body, pending: [] } as unknown as View<B>]))
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
      const [layers, body] = await Promise.all([layered(), bodyOf(kind, id)])
      const layer = layers.get(keyOf(kind, id))
      if (layer) return layer.body ? { kind, id, body: layer.body as B, pending: layer.pending } : undefined
      return body && { kind, id, body: body as B, pending: [] }
    },
    some: <B>(kind: string, ids: ReadonlySet<string>) =>
      merge<B>(kind, ask(kind, `ids ${[...ids].sort().join()}`, (from) => readSome(from, kind, ids)), (body) => ids.has((body as { id: string }).id)),
    all: <B>(kind: string) => merge<B>(kind, bodiesOf(kind), () => true),
    withStatus: <B>(kind: string, statuses: readonly string[]) =>
      merge<B>(kind, ask(kind, `status ${statuses.join()}`, (from) => readWithStatus(from, kind, statuses)), (body) => hasStatus(body, statuses)),
    dueUntil<B>(kind: string, statuses: readonly string[], on: string) {
      const isWanted = (body: object): boolean => hasStatus(body, statuses) && isDue(body, on)
      return merge<B>(kind, ask(kind, `status ${statuses.join()} due ${on}`, (from) => readWithStatus(from, kind, statuses), isWanted), isWanted)
    },
    endedSince: <B>(kind: string, at: string) =>
      merge<B>(kind, ask(kind, `ended ${at}`, (from) => readEndedSince(from, kind, at)), (body) => hasEnded(body, at)),
    ofResident: <B>(kind: string, resident_id: string) =>
      merge<B>(kind, ask(kind, `resident ${resident_id}`, (from) => readOfResident(from, kind, resident_id)), (body) => isAbout(body, resident_id)),
    outbox: async () => (await commands()).outbox,
    async isComplete(membership_id) {
      topics.add(SYNC)
      return (await readMeta(db, 'complete'))?.includes(membership_id) ?? false
    },
  }
}

/** One transaction, and what was read in it of whom: a card asks for every kind of one person. */
interface Reading {
  documents: IDBPObjectStore<JiayiSchema, ['documents'], 'documents'>
  about: Map<string, Promise<StoredDocument[]>>
}

interface Said {
  outbox: OutboxCommand[]
  pending: PendingCommand[]
}

/** The last of all; a reading that was under way may have found it already. */
function withAdded(said: Said, added: OutboxCommand): Said {
  if (said.outbox.some(({ id }) => id === added.id)) return said
  return { outbox: [...said.outbox, added], pending: [...said.pending, pendingOf(added)] }
}

/** What this phone says on top of the server, in the order in which it was written. */
async function readCommands(db: Database): Promise<Said> {
  const [applied, outbox] = await Promise.all([readUnsettled(db), readOutbox(db)])
  // A rule has said no to refused ones: they no longer show on the documents, only in the list that asks for the person.
  const standing = outbox.filter(({ state }) => state !== 'refused').map((command) => ({ seq: command.seq, pending: pendingOf(command) }))
  const done = applied.map(({ seq, command }) => ({ seq, pending: pendingOf(command, 'applied') }))
  return { outbox, pending: [...done, ...standing].sort((a, b) => a.seq - b.seq).map(({ pending }) => pending) }
}

async function readSome({ documents }: Reading, kind: string, ids: ReadonlySet<string>): Promise<StoredDocument[]> {
  return (await documents.index('kind').getAll(kind)).filter(({ id }) => ids.has(id))
}

async function readOfResident({ documents, about }: Reading, kind: string, resident_id: string): Promise<StoredDocument[]> {
  const reading = about.get(resident_id) ?? documents.index('resident').getAll(resident_id)
  about.set(resident_id, reading)
  return (await reading).filter((copy) => copy.kind === kind)
}

async function readWithStatus({ documents }: Reading, kind: string, statuses: readonly string[]): Promise<StoredDocument[]> {
  return (await Promise.all(statuses.map((status) => documents.index('kind_status').getAll([kind, status])))).flat()
}

function readEndedSince({ documents }: Reading, kind: string, at: string): Promise<StoredDocument[]> {
  return documents.index('kind_ended').getAll(IDBKeyRange.bound([kind, at], [kind, '\uffff']))
}

/** The same thing may be on the phone in several buckets; the one nearest to the care has the fullest body. */
const FULLNESS = ['account', 'team', 'resident', 'family', 'county']

async function fullest(db: Database, copies: StoredDocument[], isWanted: (body: object) => boolean): Promise<Map<string, object>> {
  const best = new Map<string, StoredDocument>()
  for (const copy of copies) {
    const rival = best.get(copy.id)
    if (!rival || rank(copy) < rank(rival)) best.set(copy.id, copy)
  }
  const bodies = await openBodies(db, [...best.values()])
  return new Map([...best.keys()].map((id, n) => [id, bodies[n]!] as const).filter(([, body]) => isWanted(body)))
}

function rank({ bucket }: StoredDocument): number {
  return FULLNESS.indexOf(bucket.split(':', 1)[0]!)
}

function hasStatus(body: object, statuses: readonly string[]): boolean {
  return statuses.includes((body as { status?: string }).status ?? '')
}

function isDue(body: object, on: string): boolean {
  const { due_on } = body as { due_on?: string }
  return !!due_on && due_on <= on
}

function hasEnded(body: object, since: string): boolean {
  return ((body as { ended_at?: string | null }).ended_at ?? '') >= since
}

function isAbout(body: object, resident_id: string): boolean {
  const about = body as { resident_id?: string; resident_ids?: string[] }
  return about.resident_id === resident_id || (about.resident_ids?.includes(resident_id) ?? false)
}

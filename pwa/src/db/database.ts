import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb'
import type { Clock } from '../sync/clock'
import type { DropReason } from '../sync/wire'
import type { Sealed } from './seal'
import { forgetBodies, foundBy } from './stored'

/** One database per account and county: the documents it was sent, and the work that waits to be handed in. */

export interface StoredDocument {
  bucket: string
  kind: string
  id: string
  /** The bucket's counter, not the aggregate's own version. */
  version: number
  /** Rises with every download from scratch; what is older when it ends is gone on the server. */
  generation: number
  /** Whom it is about; this and the two below are taken from the body, to be found by. */
  resident_ids: string[]
  status?: string
  ended_at?: string
  /** As it came, where a version before sealing wrote it and `conversion.ts` was not there yet. */
  body: Sealed | object
}

/** `waiting` to be sent; `sending`, outcome unknown; `refused` or `held`: asks for the person. */
export type CommandState = 'waiting' | 'sending' | 'refused' | 'held'

export interface OutboxCommand<P = unknown> {
  /** Order of writing, and of sending. */
  seq: number
  id: string
  kind: string
  entity_id: string
  /** Under whose token it goes. */
  membership_id: string
  depends_on: string[]
  replaces?: string
  base_version?: number
  clock: Clock
  payload: P
  state: CommandState
  /** How often it has left the phone; from the first time on its payload is fixed. */
  attempt_count: number
  /** Wall time in ms before which it stays: time to undo, or the server's wish. */
  not_before?: number
  /** Why it was refused or held. */
  code?: string
  detail?: Record<string, unknown>
}

/** As it lies on the phone. Plain values are of a version before sealing. */
export type StoredCommand = Omit<OutboxCommand, 'payload' | 'detail'> & { payload: unknown; detail?: unknown }
export type StoredApplied = Omit<AppliedCommand, 'command'> & { command: StoredCommand }

export interface AppliedCommand {
  seq: number
  id: string
  command: OutboxCommand
  /** Wall time in ms. */
  applied_at: number
  epoch: string
  /** 1 until a pull has brought what it did. (IndexedDB has no index on booleans.) */
  is_unsettled: 0 | 1
}

export interface Attachment {
  sha256: string
  type: string
  visit_id: string
  /** Wall time in ms. */
  kept_at: number
  /** The command that names it is with the server. */
  is_handed_in: boolean
  /** Wall time in ms at which the server last said that it has all of it. */
  uploaded_at?: number
  /** Why the server will not have it. */
  problem_code?: string
  /** Sealed; as it is where a version before sealing wrote it. */
  data: Sealed | ArrayBuffer
  membership_id: string
}

export interface Progress {
  come: number
  total: number
}

export interface Drop {
  bucket: string
  reason: DropReason
  /** Server's time. */
  at: string
}

export interface Meta {
  epoch: string
  generation: number
  /** Where each membership's pull goes on. */
  cursors: Record<string, string>
  /** Memberships whose first download is complete. */
  complete: string[]
  /** Server's time at the end of the last complete pull. */
  last_synced_at: string
  /** There are bodies and payloads that a version before sealing wrote. */
  is_plain: boolean
  /** Documents were let go for want of room: to be fetched again when there is some. */
  is_short: boolean
  /** How many documents of a download from scratch have come, and of how many; absent when none is under way. */
  progress: Progress
  /** What had to be erased and why, until its person has read it. Ids alone: whose name it was is gone with it. */
  drops: Drop[]
  /** What the first page was last read from; see kept.ts. */
  kept: Kept
}

export interface Kept {
  /** Who is putting it together. */
  claim: string
  /** Once it is. */
  data?: Sealed
}

export interface JiayiSchema extends DBSchema {
  documents: {
    key: [string, string, string]
    value: StoredDocument
    indexes: {
      kind: string; kind_id: [string, string]; kind_status: [string, string]; kind_ended: [string, string]; resident: string; generation: number
    }
  }
  outbox: { key: number; value: StoredCommand; indexes: { id: string } }
  applied: { key: string; value: StoredApplied; indexes: { is_unsettled: number; applied_at: number } }
  attachments: { key: string; value: Attachment; indexes: { problem_code: string } }
  meta: { key: keyof Meta; value: Meta[keyof Meta] }
}

export type Database = IDBPDatabase<JiayiSchema>
type Upgrade = IDBPTransaction<JiayiSchema, StoreNames<JiayiSchema>[], 'versionchange'>
/** `from`: the version it was before; 0 for a new one. */
export type Migration = (db: Database, tx: Upgrade, from: number) => void | Promise<void>

/**
 * Each step once, in order, never edited. Documents may be forgotten in a step (the next pull brings them again);
 * `outbox`, `applied` and `attachments` hold work that exists nowhere else and are only ever added to.
 */
export const MIGRATIONS: readonly Migration[] = [
  (db) => {
    const documents = db.createObjectStore('documents', { keyPath: ['bucket', 'kind', 'id'] })
    documents.createIndex('kind', 'kind')
    documents.createIndex('kind_id', ['kind', 'id'])
    documents.createIndex('resident', 'resident_ids', { multiEntry: true })
    documents.createIndex('generation', 'generation')
    db.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true }).createIndex('id', 'id', { unique: true })
    const applied = db.createObjectStore('applied', { keyPath: 'id' })
    applied.createIndex('is_unsettled', 'is_unsettled')
    applied.createIndex('applied_at', 'applied_at')
    db.createObjectStore('attachments', { keyPath: 'sha256' })
    db.createObjectStore('meta')
  },
  // Open work among a year of visits.
  (_db, tx) => {
    tx.objectStore('documents').createIndex('kind_status', ['kind', 'body.status'])
  },
  // Today's finished work among a year of visits.
  (_db, tx) => {
    tx.objectStore('documents').createIndex('kind_ended', ['kind', 'body.ended_at'])
  },
  // Bodies are sealed: what they are found by stands beside them. Whoever opens next seals what is plain.
  async (_db, tx, from) => {
    const documents = tx.objectStore('documents')
    for (const index of ['kind_status', 'kind_ended'] as const) documents.deleteIndex(index)
    documents.createIndex('kind_status', ['kind', 'status'])
    documents.createIndex('kind_ended', ['kind', 'ended_at'])
    if (from === 0) return
    await tx.objectStore('meta').put(true, 'is_plain')
    for (let at = await documents.openCursor(); at; at = await at.continue()) await at.update({ ...at.value, ...foundBy(at.value.body) })
  },
  // Photos that the server will not have, without reading all the others.
  (_db, tx) => {
    tx.objectStore('attachments').createIndex('problem_code', 'problem_code')
  },
]

const opened = new Map<string, Promise<Database>>()

export function databaseName(account_id: string, county_id: number | ''): string {
  return `jiayi:${account_id}:${county_id}`
}

export function openDatabase(name: string, migrations = MIGRATIONS): Promise<Database> {
  const known = opened.get(name)
  if (known) return known
  const opening = openDB<JiayiSchema>(name, migrations.length, {
    async upgrade(db, from, _to, tx) {
      for (const step of migrations.slice(from)) await step(db, tx, from)
    },
    // A newer app in another tab wants to migrate: make way. The next use opens again.
    blocking: () => void closeDatabase(name),
    terminated: () => void opened.delete(name),
  }).then(sealed)
  opened.set(name, opening)
  opening.catch(() => opened.delete(name))
  return opening
}

/** Work is sealed before anybody uses it; documents, which are many, by and by: readers know both. */
async function sealed(db: Database): Promise<Database> {
  // The worker reads both and only hands in: it need not carry how to seal.
  if (!import.meta.env.IS_WORKER && (await readMeta(db, 'is_plain'))) await (await import('./conversion')).convert(db)
  return db
}

export async function closeDatabase(name: string): Promise<void> {
  const db = opened.get(name)
  opened.delete(name)
  await db?.then((each) => each.close())
}

/** Forgets what the server has anyway; work that waits stays for the account's next sign-in. Returns whether there is any. */
export async function forgetDocuments(name: string): Promise<boolean> {
  const db = await openDatabase(name)
  const tx = db.transaction(['documents', 'meta', 'applied', 'outbox', 'attachments'], 'readwrite')
  await Promise.all([tx.objectStore('documents').clear(), tx.objectStore('meta').clear(), tx.objectStore('applied').clear()])
  const kept = (await tx.objectStore('outbox').count()) + (await tx.objectStore('attachments').count())
  await tx.done
  return kept > 0 || eraseDatabase(name)
}

/** Returns that nothing is left. */
export async function eraseDatabase(name: string): Promise<boolean> {
  await closeDatabase(name)
  forgetBodies(name)
  await deleteDB(name)
  return false
}

export async function readMeta<K extends keyof Meta>(db: Database, key: K): Promise<Meta[K] | undefined> {
  return (await db.get('meta', key)) as Meta[K] | undefined
}

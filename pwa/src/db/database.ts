import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb'
import type { Clock } from '../sync/clock'

/** One database per account and county: the documents it was sent, and the work that waits to be handed in. */

export interface StoredDocument<B = unknown> {
  bucket: string
  kind: string
  id: string
  /** The bucket's counter, not the aggregate's own version. */
  version: number
  /** Rises with every download from scratch; what is older when it ends is gone on the server. */
  generation: number
  /** Whom it is about, taken from the body. */
  resident_ids: string[]
  body: B
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
  data: ArrayBuffer
  membership_id: string
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
}

export interface JiayiSchema extends DBSchema {
  documents: {
    key: [string, string, string]
    value: StoredDocument
    indexes: {
      kind: string; kind_id: [string, string]; kind_status: [string, string]; kind_ended: [string, string]; resident: string; generation: number
    }
  }
  outbox: { key: number; value: OutboxCommand; indexes: { id: string } }
  applied: { key: string; value: AppliedCommand; indexes: { is_unsettled: number; applied_at: number } }
  attachments: { key: string; value: Attachment }
  meta: { key: keyof Meta; value: Meta[keyof Meta] }
}

export type Database = IDBPDatabase<JiayiSchema>
type Upgrade = IDBPTransaction<JiayiSchema, StoreNames<JiayiSchema>[], 'versionchange'>
export type Migration = (db: Database, tx: Upgrade) => void

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
]

const opened = new Map<string, Promise<Database>>()

export function databaseName(account_id: string, county_id: number): string {
  return `jiayi:${account_id}:${county_id}`
}

export function openDatabase(name: string, migrations = MIGRATIONS): Promise<Database> {
  const known = opened.get(name)
  if (known) return known
  const opening = openDB<JiayiSchema>(name, migrations.length, {
    upgrade: (db, from, _to, tx) => migrations.slice(from).forEach((step) => step(db, tx)),
    // A newer app in another tab wants to migrate: make way. The next use opens again.
    blocking: () => void closeDatabase(name),
    terminated: () => void opened.delete(name),
  })
  opened.set(name, opening)
  opening.catch(() => opened.delete(name))
  return opening
}

export async function closeDatabase(name: string): Promise<void> {
  const db = opened.get(name)
  opened.delete(name)
  await db?.then((each) => each.close())
}

/** Forgets what the server has anyway; work that waits stays for the account's next sign-in. */
export async function forgetDocuments(name: string): Promise<void> {
  const db = await openDatabase(name)
  const tx = db.transaction(['documents', 'meta', 'applied', 'outbox', 'attachments'], 'readwrite')
  await Promise.all([tx.objectStore('documents').clear(), tx.objectStore('meta').clear(), tx.objectStore('applied').clear()])
  const kept = (await tx.objectStore('outbox').count()) + (await tx.objectStore('attachments').count())
  await tx.done
  if (kept === 0) await eraseDatabase(name)
}

export async function eraseDatabase(name: string): Promise<void> {
  await closeDatabase(name)
  await deleteDB(name)
}

export async function readMeta<K extends keyof Meta>(db: Database, key: K): Promise<Meta[K] | undefined> {
  return (await db.get('meta', key)) as Meta[K] | undefined
}

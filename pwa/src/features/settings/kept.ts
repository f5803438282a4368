import { currentDatabase, session } from '@/api/session'
import { readMeta, type Database } from '@/db/database'
import { readSetting } from '@/db/device'

/** How much of the app lies on this phone, and how safely. Sizes in megabytes. */
export interface Kept {
  /** Absent where the browser does not tell. */
  used?: number
  free?: number
  /** What exists nowhere else: words and photos that wait. */
  unsent: number
  document_count: number
  /** Some were let go for want of room. */
  is_short: boolean
  /** The first download is done. */
  is_complete: boolean
  /** The phone has promised not to clear it by itself. */
  is_lasting: boolean
  /** When it was last asked to; absent: never. */
  asked_at?: string
}

const MEGABYTE = 1_000_000

export async function readKept(): Promise<Kept | undefined> {
  const db = await currentDatabase()
  if (!db) return undefined
  const storage = navigator.storage as StorageManager | undefined
  const [estimate, is_lasting, lasting, unsent, document_count, is_short, complete] = await Promise.all([
    storage?.estimate?.(), storage?.persisted?.(), readSetting('lasting'), unsentBytes(db), db.count('documents'), readMeta(db, 'is_short'), readMeta(db, 'complete'),
  ])
  const { usage, quota } = estimate ?? {}
  return {
    ...(usage === undefined ? {} : { used: usage / MEGABYTE }),
    ...(usage === undefined || quota === undefined ? {} : { free: Math.max(0, quota - usage) / MEGABYTE }),
    unsent: unsent / MEGABYTE, document_count, is_short: is_short ?? false,
    is_complete: complete?.includes(session()?.membership?.id ?? '') ?? false, is_lasting: is_lasting ?? true,
    ...(lasting ? { asked_at: lasting.asked_at } : {}),
  }
}

/** One photo after the other: together they may be more than a small phone can hold. */
async function unsentBytes(db: Database): Promise<number> {
  let bytes = 0
  for (let at = await db.transaction('attachments').store.openCursor(); at; at = await at.continue()) bytes += at.value.data.byteLength
  for (const { payload } of await db.getAll('outbox')) bytes += ArrayBuffer.isView(payload) ? payload.byteLength : 0
  return bytes
}

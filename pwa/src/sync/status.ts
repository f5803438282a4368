import { readonly, shallowRef } from 'vue'
import { afterFrame } from '../firstPage'
import { currentDatabase, onSession, session } from '../api/session'
import { isTouched, onChange, OUTBOX, SYNC } from '../db/changes'
import type { Database, Meta, Progress } from '../db/database'
import type { SyncReport } from './synchronize'
import { noteWaiting } from './waited'

/** What the sync pill says. */
export interface SyncStatus {
  /** Server's time at the end of the last complete pull. */
  last_synced_at: string | null
  /** Commands and photos on this phone alone. */
  waiting_count: number
  /** Refused or held, photos too: asks for the person. */
  attention_count: number
  is_uploading: boolean
  is_offline: boolean
  /** The server wants a new sign-in before anything more goes or comes. */
  is_expired: boolean
  /** The first download of this membership is done. */
  is_complete: boolean
  /** Of a download from scratch that goes on. */
  progress?: Progress | undefined
  /** What kept the last attempt from its end; `tCode` says it. */
  problem_code?: string | undefined
}

const NOTHING: SyncStatus = {
  last_synced_at: null, waiting_count: 0, attention_count: 0, is_uploading: false, is_offline: false, is_expired: false, is_complete: false,
}
const TOPICS = new Set([OUTBOX, SYNC])
const status = shallowRef<SyncStatus>(NOTHING)
let last_problem: SyncReport['problem']

/** Reactive; kept up to date from `watchStatus` on. */
export const sync_status = readonly(status)

/** Returns the way to stop. */
export function watchStatus(): () => void {
  let database: string | undefined
  const refresh = async (): Promise<void> => {
    const db = await currentDatabase()
    database = db?.name
    status.value = db ? await readStatus(db) : NOTHING
  }
  const stops = [
    onSession(() => void refresh()),
    onChange((change) => {
      // What was tapped shows first.
      if (change.database === database && isTouched(change, TOPICS)) void afterFrame().then(refresh)
    }),
  ]
  const onLine = (): void => void refresh()
  window.addEventListener('online', onLine)
  window.addEventListener('offline', onLine)
  void refresh()
  return () => {
    stops.forEach((stop) => stop())
    window.removeEventListener('online', onLine)
    window.removeEventListener('offline', onLine)
  }
}

/** Whether the server could be reached just now, which is more than the phone's own idea of being on line. */
export function noteReport({ problem }: SyncReport): void {
  last_problem = problem
  status.value = { ...status.value, is_offline: isOffline(), problem_code: problem?.code }
}

async function readStatus(db: Database): Promise<SyncStatus> {
  // In one transaction: it is read at each start.
  const tx = db.transaction(['outbox', 'attachments', 'meta'])
  const photos = tx.objectStore('attachments')
  const meta = async <K extends keyof Meta>(key: K): Promise<Meta[K] | undefined> => (await tx.objectStore('meta').get(key)) as Meta[K] | undefined
  const [commands, photo_count, refused_count, last_synced_at, complete, progress] = await Promise.all([
    tx.objectStore('outbox').getAll(), photos.count(), photos.index('problem_code').count(), meta('last_synced_at'), meta('complete'), meta('progress'),
  ])
  const count = (...states: string[]): number => commands.filter(({ state }) => states.includes(state)).length
  const now = session()
  const waiting_count = count('waiting', 'sending') + photo_count - refused_count
  if (now) noteWaiting(now.account.id, waiting_count)
  return {
    last_synced_at: last_synced_at ?? null,
    waiting_count,
    attention_count: count('refused', 'held') + refused_count,
    is_uploading: count('sending') > 0,
    is_offline: isOffline(),
    is_expired: now?.account.is_expired ?? false,
    is_complete: complete?.includes(now?.membership?.id ?? '') ?? false,
    progress,
    problem_code: last_problem?.code,
  }
}

function isOffline(): boolean {
  return !navigator.onLine || last_problem?.status === 0
}

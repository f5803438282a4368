import { onScopeDispose, readonly, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue'
import { currentDatabase, onSession } from '../api/session'
import { noteReading } from '../firstPage'
import type { Database } from './database'
import { isTouched, onChange, type Topic } from './changes'
import { readDocuments, stillStored, type Documents, type Stored } from './documents'
import { keep, recall } from './kept'
import { Locked } from './vault'

export interface LiveQuery<T> {
  /** Undefined until the first reading is done, and while nobody is signed in. */
  data: Readonly<ShallowRef<T | undefined>>
  is_loading: Readonly<Ref<boolean>>
  error: Readonly<ShallowRef<unknown>>
}

/** After the last change: a download brings one after the other. */
const KEEP_AFTER_MS = 3_000

/**
 * Reads documents for a screen, and again whenever what it looked at changes: in this tab, another one or the worker.
 * `sources` are the reactive values that `read` depends on. With `keeps`, which is for the first page, the next start shows
 * from one piece what was read now.
 *
 *     const visits = useLiveQuery((docs) => docs.ofResident<VisitBody>('visit', props.id), () => props.id)
 */
export function useLiveQuery<T>(read: (docs: Documents) => Promise<T>, sources?: WatchSource | WatchSource[], { keeps = false } = {}): LiveQuery<T> {
  const data = shallowRef<T>()
  const error = shallowRef<unknown>()
  const is_loading = shallowRef(true)
  let topics = new Set<Topic>()
  let database: string | undefined
  let stored: Stored = { answers: new Map() }
  let is_stopped = false
  let running: Promise<void> | undefined
  let is_stale = false
  const noteRead = noteReading()
  let keeping: ReturnType<typeof setTimeout> | undefined

  const run = async (): Promise<void> => {
    const started_at = performance.now()
    const looked_at = new Set<Topic>()
    try {
      const db = await currentDatabase()
      if (database !== db?.name) {
        stored = { answers: new Map() }
        database = db?.name
        const kept = keeps && db && (await recall(db))
        // What was written meanwhile is newer.
        if (kept && !is_stale) stored = { answers: kept }
      }
      const next = db && (await read(readDocuments(db, looked_at, stored)))
      if (is_stopped) return
      data.value = next
      error.value = undefined
      if (keeps && db) keepSoon(db)
    } catch (problem) {
      // Behind the lock everything stays as it is; opening it makes this read again.
      if (problem instanceof Locked) return
      error.value = problem
    }
    topics = looked_at
    is_loading.value = false
    noteRead()
    // During a long download every page changes something: read at most half of the time.
    if (is_stale) await new Promise((resolve) => setTimeout(resolve, performance.now() - started_at))
  }
  const keepSoon = (db: Database): void => {
    clearTimeout(keeping)
    // Nothing is lost without it: a full phone, or one that was locked, starts a little slower.
    keeping = setTimeout(() => void keep(db, read).catch(() => undefined), KEEP_AFTER_MS)
  }
  const refresh = (): void => {
    is_stale = true
    running ??= loop()
  }
  const loop = async (): Promise<void> => {
    while (is_stale && !is_stopped) {
      is_stale = false
      await run()
    }
    running = undefined
  }

  const stops = [
    onSession(refresh),
    // While it reads it does not know yet what it looks at: any change may matter.
    onChange((change) => {
      if (change.database !== database) return
      stored = stillStored(stored, change)
      if (running !== undefined || isTouched(change, topics)) refresh()
    }),
  ]
  if (sources) watch(sources, refresh)
  onScopeDispose(() => {
    is_stopped = true
    clearTimeout(keeping)
    noteRead()
    stops.forEach((stop) => stop())
  })
  refresh()
  return { data, is_loading: readonly(is_loading), error }
}

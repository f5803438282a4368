/**
 * Who wrote what: tells every tab and page part which kinds of documents changed, so that they read again.
 * Besides document kinds there are topics for what is not a document, with a `#` in front.
 */

import type { OutboxCommand } from './database'

export type Topic = string
export const OUTBOX = '#outbox'
export const SYNC = '#sync'
export const SESSION = '#session'
/** Other keys seal a store now: whoever holds the old ones lets go of them. */
export const KEYS = '#keys'
/** Whole buckets came or went. */
export const EVERYTHING = '*'

export interface Change {
  /** Name of the database written to. */
  database: string
  topics: readonly Topic[]
  /** The one command that was added, in this page: whoever has the others need not read them again. Not told to other tabs. */
  added?: OutboxCommand | undefined
}

type Listener = (change: Change) => void

const listeners = new Set<Listener>()
let channel: BroadcastChannel | undefined

/** Returns the way to stop. */
export function onChange(listener: Listener): () => void {
  openChannel()
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** To be called after the transaction is done, never before. */
export function announce(database: string, topics: Iterable<Topic>, added?: OutboxCommand): void {
  const change: Change = { database, topics: [...topics] }
  if (!change.topics.length) return
  for (const listener of [...listeners]) listener({ ...change, added })
  openChannel()?.postMessage(change)
}

export function isTouched(change: Change, topics: ReadonlySet<Topic>): boolean {
  return change.topics.some((topic) => topic === EVERYTHING || topics.has(topic))
}

function openChannel(): BroadcastChannel | undefined {
  if (channel || typeof BroadcastChannel === 'undefined') return channel
  channel = new BroadcastChannel('jiayi-changes')
  channel.onmessage = (event: MessageEvent<Change>) => {
    for (const listener of [...listeners]) listener(event.data)
  }
  return channel
}

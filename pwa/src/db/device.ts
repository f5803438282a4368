import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Account, StoredToken } from '../api/session'
import type { Wiped } from '../api/loss'
import type { Anchor } from '../sync/clock'
import type { KeyRing } from './vault'

/** What belongs to the phone and not to one account's data: who is signed in, tokens, keys, the clock's anchor. */

/** `sign_in`: there is something to keep now. `install`: browsers promise it sooner to what is on the home screen. */
export type Occasion = 'sign_in' | 'install'

/** What the browser answered when it was asked not to clear all this by itself. */
export interface Lasting {
  /** Occasions that are used up. */
  occasions: Occasion[]
  is_granted: boolean
  /** ISO 8601. */
  asked_at: string
}

export interface Settings {
  device_id: string
  current: { account_id: string; membership_id: string | null }
  clock_anchor: Anchor
  lasting: Lasting
  /** The browser had cleared this phone, and its person has not read that yet. */
  wiped: Wiped
  /** By account. */
  [keys: `keys:${string}`]: KeyRing
}

interface DeviceSchema extends DBSchema {
  accounts: { key: string; value: Account }
  tokens: { key: string; value: StoredToken }
  settings: { key: string; value: Settings[keyof Settings] }
}

let opened: Promise<IDBPDatabase<DeviceSchema>> | undefined

export function deviceDatabase(): Promise<IDBPDatabase<DeviceSchema>> {
  opened ??= openDB<DeviceSchema>('jiayi', 1, {
    upgrade(db) {
      db.createObjectStore('accounts', { keyPath: 'id' })
      db.createObjectStore('tokens', { keyPath: 'membership_id' })
      db.createObjectStore('settings')
    },
  })
  return opened
}

export async function readSetting<K extends keyof Settings>(key: K): Promise<Settings[K] | undefined> {
  return (await (await deviceDatabase()).get('settings', key)) as Settings[K] | undefined
}

export async function writeSetting<K extends keyof Settings>(key: K, value: Settings[K] | undefined): Promise<void> {
  const db = await deviceDatabase()
  await (value === undefined ? db.delete('settings', key) : db.put('settings', value, key))
}

/** Reads and writes in one go; `undefined` takes it away. Returns what stands there now. */
export async function changeSetting<K extends keyof Settings>(
  key: K, change: (known: Settings[K] | undefined) => Settings[K] | undefined,
): Promise<Settings[K] | undefined> {
  const tx = (await deviceDatabase()).transaction('settings', 'readwrite')
  const next = change((await tx.store.get(key)) as Settings[K] | undefined)
  await (next === undefined ? tx.store.delete(key) : tx.store.put(next, key))
  await tx.done
  return next
}

/** Made once, when it is first asked for. */
export async function deviceId(): Promise<string> {
  return (await changeSetting('device_id', (known) => known ?? crypto.randomUUID()))!
}

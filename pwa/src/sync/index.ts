import { afterFirstPage, afterFrame } from '../firstPage'
import { currentDatabase, onSession, session, type Membership } from '../api/session'
import type { Database } from '../db/database'
import * as outbox from './outbox'
import { noteReport, watchStatus } from './status'
import type { SyncReport } from './synchronize'
import { countWaiting } from './waiting'
import { requestBackgroundSync, requestSync } from './wake'

/** What pages need of sync, for whoever is signed in. Everything returns as soon as it is written on the phone. */

export type { NewCommand } from './outbox'
export type { Docs, Effect, Overlay, Overlays, PendingCommand } from './overlay'
export { newId } from './ids'
export { requestSync } from './wake'
export { sync_status, type SyncStatus } from './status'

/** Hands in what happened: it shows at once and goes when it can. Returns the command's id. */
export function send<P>(command: outbox.NewCommand<P>): Promise<string> {
  return write((db, membership) => outbox.enqueue(db, membership.id, command))
}

/** Says it differently, sent or not. Returns the id that now counts. */
export function amend(id: string, payload: unknown): Promise<string> {
  return write((db) => outbox.amend(db, id, payload))
}

/** Puts a refused command right. Returns the new command's id. */
export function correct(id: string, payload: unknown, base_version?: number): Promise<string> {
  return write((db) => outbox.correct(db, id, payload, base_version))
}

/** Lets a refused or held command go: only ever by the person's own act. */
export function discard(id: string): Promise<void> {
  return write((db) => outbox.discard(db, id))
}

/** Takes back what has not left the phone; false when it is too late. For 撤销, with `hold_ms` when sending. */
export function withdraw(id: string): Promise<boolean> {
  return write((db) => outbox.withdraw(db, id))
}

/** Keeps a photo of a visit until it is handed in. Returns its sha256, which the command names. */
export function attach(visit_id: string, file: Blob): Promise<string> {
  return write(async (db, membership) => (await import('./attachments')).keepAttachment(db, membership.id, visit_id, file))
}

/** Called once by the app. Returns the way to stop. */
export function startSync(): () => void {
  const stops = [watchStatus(), onSession(requestSync)]
  // Not needed to show the first page.
  void afterFirstPage().then(() => import('./triggers')).then(({ startTriggers }) => stops.push(startTriggers(runForCurrent)))
  return () => stops.forEach((stop) => stop())
}

async function runForCurrent(): Promise<SyncReport> {
  const now = session()
  const db = await currentDatabase()
  if (!now?.membership || !db) return {}
  // None of this is needed to show the first page.
  const [{ synchronize }, { httpTransport }] = await Promise.all([import('./synchronize'), import('./transport')])
  const report = await synchronize(db, httpTransport(now.account, now.membership.county_id, () => countWaiting(db)), now.membership.id)
  noteReport(report)
  return report
}

async function write<T>(work: (db: Database, membership: Membership) => Promise<T>): Promise<T> {
  const membership = session()?.membership
  const db = await currentDatabase()
  if (!membership || !db) throw new Error('nobody is signed in')
  const result = await work(db, membership)
  requestBackgroundSync()
  // It is on the phone; that it shows comes before that it goes.
  void afterFrame().then(requestSync)
  return result
}

import { ApiProblem } from '../api/problem'
import type { Account } from '../api/session'
import { databaseName, openDatabase, type Database } from '../db/database'
import { Locked } from '../db/vault'
import { uploadAttachments } from './attachments'
import { isSettledIn } from './settled'
import { withLock } from './locks'
import { pull } from './pull'
import { flush, type FlushReport } from './push'
import { httpTransport } from './transport'
import { countWaiting } from './waiting'
import type { Transport } from './wire'

export type SyncReport = FlushReport

/** How long photos may keep a turn to themselves, before it is looked again for what is new. */
const PHOTOS_MS = 30_000

/** Whether something is still here that may go by itself later: for want of signal, or because it waits for second thoughts. */
export function isLeft({ problem, retry_after_ms }: SyncReport): boolean {
  return !!problem?.is_passing || retry_after_ms !== undefined
}

/** Hands in and fetches, alone among tabs and worker. Never throws for want of signal: the report says what is left. */
export function synchronize(db: Database, transport: Transport, membership_id: string): Promise<SyncReport> {
  return turn(db, transport, async (flushAgain) => {
    await pull(db, transport, membership_id, flushAgain).catch(unlessLocked)
    const until = Date.now() + PHOTOS_MS
    const { is_sent, is_left } = await uploadAttachments(db, transport, { isSettled: isSettledIn(db), between: flushAgain, until })
    if (is_left) return { retry_after_ms: 0 }
    // What has come shows in its visit: then it may leave the phone.
    if (is_sent) {
      await pull(db, transport, membership_id, flushAgain).catch(unlessLocked)
      await uploadAttachments(db, transport, { isSettled: isSettledIn(db), between: flushAgain, until })
    }
    return {}
  })
}

/** Only hands in, for every county of the account: what the worker does while no page is open. */
export async function handIn(account: Account): Promise<SyncReport[]> {
  const counties = new Set(account.memberships.map(({ county_id }) => county_id))
  return Promise.all(
    [...counties].map(async (county_id) => {
      const db = await openDatabase(databaseName(account.id, county_id))
      const transport = httpTransport(account, county_id, () => countWaiting(db))
      return turn(db, transport, async (between) => {
        // Photos stay on the phone until a page has seen that they have come.
        await uploadAttachments(db, transport, { isSettled: () => Promise.resolve(false), between })
        return {}
      })
    }),
  )
}

/** Behind the lock work goes out all the same; what is new comes when it is opened. */
function unlessLocked(problem: unknown): void {
  if (!(problem instanceof Locked)) throw problem
}

/** Records first, alone among tabs and worker; then what else there is to do, with records between. */
function turn(db: Database, transport: Transport, then: (flushAgain: () => Promise<void>) => Promise<SyncReport>): Promise<SyncReport> {
  return withLock(`jiayi-sync:${db.name}`, async () => {
    let report = await flush(db, transport)
    if (report.problem?.is_passing) return report
    try {
      const more = await then(async () => {
        report = await flush(db, transport)
      })
      return { ...report, ...more }
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      return { ...report, problem }
    }
  })
}

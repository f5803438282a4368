import { ApiProblem } from '../api/problem'
import type { Account } from '../api/session'
import { databaseName, openDatabase, type Database } from '../db/database'
import { uploadAttachments } from './attachments'
import { withLock } from './locks'
import { pull } from './pull'
import { flush, type FlushReport } from './push'
import { httpTransport } from './transport'
import type { Transport } from './wire'

export type SyncReport = FlushReport

/** Whether something is still here that may go by itself later: for want of signal, or because it waits for second thoughts. */
export function isLeft({ problem, retry_after_ms }: SyncReport): boolean {
  return !!problem?.is_passing || retry_after_ms !== undefined
}

/** Hands in and fetches, alone among tabs and worker. Never throws for want of signal: the report says what is left. */
export function synchronize(db: Database, transport: Transport, membership_id: string): Promise<SyncReport> {
  return alone(db, async () => {
    let report = await flush(db, transport)
    if (report.problem?.is_passing) return report
    try {
      await pull(db, transport, membership_id, async () => {
        report = await flush(db, transport)
      })
      await uploadAttachments(db, transport)
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      report = { ...report, problem }
    }
    return report
  })
}

/** Only hands in, for every county of the account: what the worker does while no page is open. */
export async function handIn(account: Account): Promise<SyncReport[]> {
  const counties = new Set(account.memberships.map(({ county_id }) => county_id))
  return Promise.all(
    [...counties].map(async (county_id) => {
      const db = await openDatabase(databaseName(account.id, county_id))
      return alone(db, () => flush(db, httpTransport(account, county_id)))
    }),
  )
}

function alone(db: Database, work: () => Promise<SyncReport>): Promise<SyncReport> {
  return withLock(`jiayi-sync:${db.name}`, work)
}

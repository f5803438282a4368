import { requestCode, signIn, type Credentials } from '@/api/account'
import { currentDatabase, session } from '@/api/session'
import { readMeta } from '@/db/database'
import { readDocuments, type Documents } from '@/db/documents'
import { openBodies } from '@/db/stored'
import { openApplied } from '@/db/work'
import { readOutbox, readUnsettled } from '@/sync/outbox'
import { loadOverlays, type Overlays } from '@/sync/overlay'
import { handIn, synchronize, type SyncReport } from '@/sync/synchronize'
import { httpTransport } from '@/sync/transport'

/** One tab of the app without its pages: the real sync code, and what a person does with it. */

export { loadSession, session } from '@/api/session'
export { settle } from '@/features/team/settling'
export { phone_clock } from '@/sync/clock'
export { amend, correct, discard, newId, send, withdraw } from '@/sync'

loadOverlays(Object.values(import.meta.glob<Overlays>('../src/features/*/overlays.ts', { import: 'overlays', eager: true })).map((table) => Promise.resolve(table)))

/** By the demo's code. */
export async function enter({ phone, realm, birth_year }: Credentials): Promise<void> {
  const { demo_code } = await requestCode(phone, realm)
  await signIn({ phone, realm, code: demo_code!, ...(birth_year ? { birth_year } : {}) })
}

/** What the page does when its time has come. */
export async function synchronizeNow(): Promise<SyncReport> {
  const { account, membership } = me()
  return synchronize(await database(), httpTransport(account, membership.county_id), membership.id)
}

/** What the worker does while no page is open. */
export async function handInNow(): Promise<SyncReport[]> {
  return handIn(me().account)
}

export async function documents(): Promise<Documents> {
  return readDocuments(await database())
}

/** All that this phone holds, for the reckoning at the end. */
export async function holdings() {
  const db = await database()
  const copies = await db.getAll('documents')
  const bodies = await openBodies(db, copies)
  return {
    documents: copies.map(({ bucket, kind, id, version }, n) => ({ bucket, kind, id, version, body: bodies[n]! })),
    outbox: await readOutbox(db),
    applied: await Promise.all((await db.getAll('applied')).map((each) => openApplied(db, each))),
    unsettled_count: (await readUnsettled(db)).length,
    is_complete: (await readMeta(db, 'complete'))?.includes(me().membership.id) ?? false,
  }
}

function me() {
  const now = session()
  if (!now?.membership) throw new Error('nobody is signed in')
  return { account: now.account, membership: now.membership }
}

async function database() {
  return (await currentDatabase())!
}

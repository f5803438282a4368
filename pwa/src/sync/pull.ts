import { ApiProblem } from '../api/problem'
import { announce, EVERYTHING, OUTBOX, SYNC, type Topic } from '../db/changes'
import { readMeta, type Database, type Drop, type Meta, type Progress } from '../db/database'
import { withRoom } from '../db/space'
import { sealDocuments } from '../db/stored'
import { dataKey } from '../db/vault'
import { phone_clock } from './clock'
import { fetchAnew, noteEpoch } from './epoch'
import { keptAside } from './outbox'
import type { PullAnswer, PulledDocument, Transport } from './wire'

/** Fetches what changed, page by page. Each page and its cursor are stored together or not at all. Only under the sync lock. */

const LIMIT = 1000
const DROPS_KEPT = 20

/** Throws Locked before it asks for what it could not seal. `between_pages` runs after every page but the last, so that a long first download does not keep back what waits. */
export async function pull(db: Database, transport: Transport, membership_id: string, between_pages: () => Promise<unknown>): Promise<void> {
  // By name, not by time: the clock may be set meanwhile.
  const brought = await db.getAllKeysFromIndex('applied', 'is_unsettled', 1)
  for (;;) {
    await dataKey(db.name)
    const answer = await nextPage(db, transport, membership_id)
    await phone_clock.setAnchor(answer.server_time)
    await store(db, membership_id, answer)
    if (!answer.more) break
    await between_pages()
  }
  await settleApplied(db, brought)
}

async function nextPage(db: Database, transport: Transport, membership_id: string): Promise<PullAnswer> {
  const cursor = (await readMeta(db, 'cursors'))?.[membership_id]
  try {
    return await transport.pull(membership_id, cursor, LIMIT)
  } catch (problem) {
    if (!cursor || !isLostCursor(problem)) throw problem
    // The server cannot go on from here. The old copies stay in use until the new ones are complete.
    await startAnew(db)
    return transport.pull(membership_id, undefined, LIMIT)
  }
}

function isLostCursor(problem: unknown): boolean {
  return problem instanceof ApiProblem && (problem.status === 410 || problem.code === 'sync.invalid.cursor')
}

async function startAnew(db: Database): Promise<void> {
  const tx = db.transaction('meta', 'readwrite')
  await fetchAnew(tx.store)
  await tx.done
}

async function store(db: Database, membership_id: string, answer: PullAnswer): Promise<void> {
  // With a new epoch the server reads out everything from the start, and this is the first page of it.
  await noteEpoch(db, answer.epoch)
  const topics = await withRoom(db, () => storePage(db, membership_id, answer))
  announce(db.name, topics)
}

async function storePage(db: Database, membership_id: string, answer: PullAnswer): Promise<Set<Topic>> {
  const generation = (await readMeta(db, 'generation')) ?? 0
  const sealed = await sealDocuments(db, answer.documents, generation)
  const tx = db.transaction(['documents', 'meta', 'outbox', 'applied'], 'readwrite')
  const [documents, meta, outbox] = [tx.objectStore('documents'), tx.objectStore('meta'), tx.objectStore('outbox')]
  const get = async <K extends keyof Meta>(key: K): Promise<Meta[K] | undefined> => (await meta.get(key)) as Meta[K] | undefined
  const topics = new Set<Topic>([SYNC])
  // Not awaited one by one: a page has a thousand of them, and `tx.done` fails if any does.
  const writes: Promise<unknown>[] = []

  for (const bucket of answer.dropped) {
    writes.push(documents.delete(IDBKeyRange.bound([bucket], [bucket, []])))
    topics.add(EVERYTHING)
  }
  for (const { bucket, kind, id } of answer.removed) {
    writes.push(documents.delete([bucket, kind, id]))
    topics.add(kind)
  }
  for (const document of sealed) {
    writes.push(documents.put(document))
    topics.add(document.kind)
  }
  for (const { id } of answer.documents.filter(isDecided)) {
    const held = await outbox.index('id').get(id)
    if (held?.state === 'held') writes.push(outbox.delete(held.seq), tx.objectStore('applied').put(keptAside(held, answer.epoch)))
    topics.add(OUTBOX)
  }
  const progress = progressAfter(await get('progress'), answer)
  writes.push(progress ? meta.put(progress, 'progress') : meta.delete('progress'))
  const drops = dropsIn(answer)
  if (drops.length) writes.push(meta.put([...((await get('drops')) ?? []), ...drops].slice(-DROPS_KEPT), 'drops'))
  writes.push(meta.put({ ...(await get('cursors')), [membership_id]: answer.cursor }, 'cursors'))
  if (!answer.more) {
    const complete = (await get('complete')) ?? []
    if (!complete.includes(membership_id)) {
      // The end of a download from scratch: what it did not bring is gone on the server.
      const gone = await documents.index('generation').getAllKeys(IDBKeyRange.upperBound(generation, true))
      writes.push(...gone.map((key) => documents.delete(key)), meta.put([...complete, membership_id], 'complete'))
      topics.add(EVERYTHING)
    }
    writes.push(meta.put(answer.server_time, 'last_synced_at'))
  }
  // Anything but the news that there is none.
  if (topics.size > 1) writes.push(meta.delete('kept'))
  await Promise.all([...writes, tx.done])
  return topics
}

/** Of a download from scratch, with what begins while it goes on. */
function progressAfter(before: Progress | undefined, { total, documents, more }: PullAnswer): Progress | undefined {
  if (!more || (!before && total === undefined)) return undefined
  return { come: (before?.come ?? 0) + documents.length, total: (before?.total ?? 0) + (total ?? 0) }
}

/** What its person should hear of. A server of before says no reason. */
function dropsIn({ dropped, drops = dropped.map((bucket) => ({ bucket, reason: 'ended' as const })), server_time }: PullAnswer): Drop[] {
  return drops.map(({ bucket, reason }) => ({ bucket, reason, at: server_time }))
}

/** The leader has decided on held work: the server's own `command` document says how, and the phone's copy has done its duty. */
function isDecided({ kind, body }: PulledDocument): boolean {
  return kind === 'command' && (body as { decided_at?: string | null }).decided_at != null
}

/** What was applied before this pull began has come back with it. */
async function settleApplied(db: Database, brought: readonly string[]): Promise<void> {
  const tx = db.transaction('applied', 'readwrite')
  for (const id of brought) {
    const applied = await tx.store.get(id)
    if (applied) await tx.store.put({ ...applied, is_unsettled: 0 })
  }
  await tx.done
  if (brought.length) announce(db.name, [OUTBOX])
}

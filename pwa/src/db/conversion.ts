import { announce, EVERYTHING } from './changes'
import type { Database, StoredDocument } from './database'
import { isSealed } from './seal'
import { sealDocuments } from './stored'
import { openCommand, sealFile, sealWork } from './work'
import { withLock } from '../sync/locks'

/**
 * Seals what a version before sealing wrote. Work first, one thing after the other, each replaced in one step: killed anywhere,
 * nothing is lost, and the next start goes on with what is still plain.
 */

const BATCH = 200

/** Returns when the work is sealed; the documents follow by themselves. */
export async function convert(db: Database): Promise<void> {
  await withLock(`jiayi-convert:${db.name}`, () => convertWork(db))
  void withLock(`jiayi-convert:${db.name}`, () => convertDocuments(db)).catch(ignoreClosed)
}

async function convertWork(db: Database): Promise<void> {
  for (const command of await db.getAll('outbox')) {
    if (isSealed(command.payload)) continue
    const { payload, detail } = await openCommand(command, db)
    const sealed = { payload: await sealWork(db, payload), ...(detail === undefined ? {} : { detail: await sealWork(db, detail) }) }
    const tx = db.transaction('outbox', 'readwrite')
    const now = await tx.store.get(command.seq)
    // It may have been sent or said differently meanwhile.
    if (now && now.id === command.id && !isSealed(now.payload)) await tx.store.put({ ...now, ...sealed })
    await tx.done
  }
  for (const applied of await db.getAll('applied')) {
    if (isSealed(applied.command.payload)) continue
    const payload = await sealWork(db, applied.command.payload)
    const tx = db.transaction('applied', 'readwrite')
    const now = await tx.store.get(applied.id)
    if (now) await tx.store.put({ ...now, command: { ...now.command, payload } })
    await tx.done
  }
  for (const sha256 of await db.getAllKeys('attachments')) {
    const plain = await db.get('attachments', sha256)
    if (!plain || isSealed(plain.data)) continue
    const data = await sealFile(db, plain.data)
    const tx = db.transaction('attachments', 'readwrite')
    const now = await tx.store.get(sha256)
    if (now) await tx.store.put({ ...now, data })
    await tx.done
  }
}

async function convertDocuments(db: Database): Promise<void> {
  let from: [string, string, string] | undefined
  for (;;) {
    const batch: StoredDocument[] = await db.getAll('documents', from && IDBKeyRange.lowerBound(from, true), BATCH)
    if (!batch.length) break
    await sealBatch(db, batch.filter(({ body }) => !isSealed(body)))
    const { bucket, kind, id } = batch.at(-1)!
    from = [bucket, kind, id]
  }
  await db.delete('meta', 'is_plain')
  announce(db.name, [EVERYTHING])
}

async function sealBatch(db: Database, plain: StoredDocument[]): Promise<void> {
  const sealed = await sealDocuments(db, plain, 0)
  const tx = db.transaction('documents', 'readwrite')
  for (const [n, { bucket, kind, id, version, generation }] of plain.entries()) {
    const now = await tx.store.get([bucket, kind, id])
    // A pull may have brought a newer one, or taken it away.
    if (now && now.version === version && !isSealed(now.body)) await tx.store.put({ ...sealed[n]!, generation })
  }
  await tx.done
}

/** The store was closed or erased under its hands; what is left waits for the next start. */
function ignoreClosed(error: unknown): void {
  if (!(error instanceof DOMException)) reportError(error)
}

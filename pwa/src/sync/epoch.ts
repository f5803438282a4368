import type { IDBPObjectStore, StoreNames } from 'idb'
import { announce, OUTBOX } from '../db/changes'
import { readMeta, type Database, type JiayiSchema } from '../db/database'

type MetaStore = IDBPObjectStore<JiayiSchema, StoreNames<JiayiSchema>[], 'meta', 'readwrite'>

/** Everything is fetched from the start. The old copies stay in use until it has come; what did not come again goes then. */
export async function fetchAnew(meta: MetaStore): Promise<void> {
  const generation = ((await meta.get('generation')) as number | undefined) ?? 0
  await Promise.all([meta.put(generation + 1, 'generation'), meta.put({}, 'cursors'), meta.put([], 'complete'), meta.delete('progress')])
}

/**
 * The server says in every answer which life it is in. After it was restored from a backup, what it answered to since may
 * be lost there: this phone sends again what it has kept, under the old ids, so that nothing is done twice, and fetches
 * everything from the start, for what the server has forgotten left no trace. Held work goes again too; refused work stays
 * with the person. It may be a push or a pull that hears of it first.
 */
export async function noteEpoch(db: Database, epoch: string): Promise<void> {
  const before = await readMeta(db, 'epoch')
  if (before === epoch) return
  const tx = db.transaction(['meta', 'outbox', 'applied'], 'readwrite')
  const [outbox, applied] = [tx.objectStore('outbox'), tx.objectStore('applied')]
  await tx.objectStore('meta').put(epoch, 'epoch')
  for (const { id, command, epoch: applied_in } of await applied.getAll()) {
    if (applied_in === epoch) continue
    // The old place in the order: it goes before what was written since.
    await outbox.put({ ...command, state: 'waiting' })
    await applied.delete(id)
  }
  if (before !== undefined) {
    await fetchAnew(tx.objectStore('meta'))
    for (const command of await outbox.getAll()) {
      if (command.state === 'held') await outbox.put({ ...command, state: 'waiting' })
    }
  }
  await tx.done
  announce(db.name, [OUTBOX])
}

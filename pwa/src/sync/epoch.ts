import { announce, OUTBOX } from '../db/changes'
import { readMeta, type Database } from '../db/database'

/**
 * The server says in every answer which life it is in. After it was restored from a backup, what it answered to since may
 * be lost there: this phone sends again what it has kept, under the old ids, so that nothing is done twice.
 * Held work goes again too; refused work stays with the person.
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
    for (const command of await outbox.getAll()) {
      if (command.state === 'held') await outbox.put({ ...command, state: 'waiting' })
    }
  }
  await tx.done
  announce(db.name, [OUTBOX])
}

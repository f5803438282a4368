import { withLock } from '../sync/locks'
import { announce, EVERYTHING, KEYS } from './changes'
import { openDatabase } from './database'
import { changeRing } from './vault'

/**
 * A store whose PIN is forgotten begins anew: documents go and come again under a new key, work that waits stays and goes.
 * Not while a pull is writing under the old key. Killed in the middle, it is still locked, and the next sign-in repeats it.
 */
export async function renew(owner: string, databases: readonly string[]): Promise<void> {
  for (const name of new Set(databases)) {
    await withLock(`jiayi-sync:${name}`, async () => {
      const tx = (await openDatabase(name)).transaction(['documents', 'meta'], 'readwrite')
      const meta = tx.objectStore('meta')
      await Promise.all([tx.objectStore('documents').clear(), meta.delete('cursors'), meta.delete('complete'), meta.delete('last_synced_at'), meta.delete('progress'), meta.delete('kept')])
      await tx.done
    })
  }
  await changeRing(owner, ({ hand_in, phone }) => ({ hand_in, phone }))
  for (const name of new Set(databases)) announce(name, [KEYS, EVERYTHING])
}

import { beforeEach, expect, test } from 'vitest'
import { enqueue, readOutbox } from '../sync/outbox'
import { closeDatabase, eraseDatabase, MIGRATIONS, openDatabase, type Migration } from './database'

const NAME = 'jiayi:account:1'
/** A later version that shapes documents anew and lets the feed bring them again. */
const RESHAPE: Migration = (_db, tx) => {
  void tx.objectStore('documents').clear()
  void tx.objectStore('meta').delete('cursors')
  tx.objectStore('documents').createIndex('rank' as never, 'rank')
}

beforeEach(() => eraseDatabase(NAME))

test('a migration keeps the work that waits, in its order and under its ids', async () => {
  const old = await openDatabase(NAME)
  const ids = [await enqueue(old, 'm', { kind: 'a', entity_id: 'x', payload: 1 }), await enqueue(old, 'm', { kind: 'b', entity_id: 'x', payload: 2 })]
  await old.put('documents', { bucket: 'county', kind: 'package', id: 'p', version: 1, generation: 0, resident_ids: [], body: {} })
  await old.put('meta', { m: 'cursor' }, 'cursors')
  await old.put('attachments', { sha256: 's', type: 'image/jpeg', data: new ArrayBuffer(1), membership_id: 'm', visit_id: 'v', kept_at: 0, is_handed_in: false })
  await closeDatabase(NAME)

  const next = await openDatabase(NAME, [...MIGRATIONS, RESHAPE])
  expect(next.version).toBe(MIGRATIONS.length + 1)
  expect((await readOutbox(next)).map(({ id }) => id)).toEqual(ids)
  expect(await next.count('attachments')).toBe(1)
  expect(await next.count('documents')).toBe(0)
  expect(await next.get('meta', 'cursors')).toBeUndefined()
  await enqueue(next, 'm', { kind: 'c', entity_id: 'x', payload: 3 })
  expect((await readOutbox(next)).map(({ payload }) => payload)).toEqual([1, 2, 3])
})

test('an old page makes way for the new one’s migration', async () => {
  await openDatabase(NAME)
  const { openDB } = await import('idb')
  const newer = await openDB(NAME, 9)
  expect(newer.version).toBe(9)
  newer.close()
})

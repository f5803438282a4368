import { beforeEach, expect, test } from 'vitest'
import { FakeServer } from '../sync/fakeServer'
import { keepAttachment } from '../sync/attachments'
import { enqueue } from '../sync/outbox'
import { synchronize } from '../sync/synchronize'
import { eraseDatabase, openDatabase, type Database } from './database'
import { readDocuments } from './documents'

const NAME = 'jiayi:account:1'
let db: Database
let server: FakeServer

beforeEach(async () => {
  await eraseDatabase(NAME)
  db = await openDatabase(NAME)
  server = new FakeServer()
})

/** All that lies in the stores, as a text in which plain words would be found. */
async function everything(): Promise<string> {
  const stores = await Promise.all([...db.objectStoreNames].map((store) => db.getAll(store)))
  const bytes = (_: string, value: unknown): unknown =>
    ArrayBuffer.isView(value) || value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value
  return JSON.stringify(stores, bytes)
}

test('of a document only ids, numbers and codes lie there in clear', async () => {
  server.write('team:1', 'resident', 'r1', { id: 'r1', name: '丁大川', conditions: [{ icd10: 'I10' }], resident_id: 'r1', status: 'active' })
  await synchronize(db, server.transport, 'm')
  const there = await everything()
  expect(there).toContain('active')
  for (const word of ['丁大川', 'I10', 'name', 'conditions']) expect(there).not.toContain(word)
  expect((await readDocuments(db).get<{ name: string }>('resident', 'r1'))?.body.name).toBe('丁大川')
})

test('of work that waits, was done or was refused nobody reads what was said', async () => {
  server.judge = ({ kind }) => (kind === 'b' ? { outcome: 'refused', code: 'x.refused.y', detail: { name: '何素芬' } } : { outcome: 'applied' })
  for (const kind of ['a', 'b']) await enqueue(db, 'm', { kind, entity_id: 'v', payload: { note: '头晕' } })
  await synchronize(db, server.transport, 'm')
  await enqueue(db, 'm', { kind: 'c', entity_id: 'v', payload: { note: '头晕' } })
  await keepAttachment(db, 'm', 'v', new Blob(['头晕'], { type: 'image/jpeg' }))
  const there = await everything()
  for (const word of ['头晕', '何素芬']) expect(there).not.toContain(word)
})

test('one and the same thing does not read as another', async () => {
  server.write('team:1', 'resident', 'r1', { id: 'r1', name: '丁大川' })
  server.write('team:1', 'resident', 'r2', { id: 'r2', name: '何素芬' })
  await synchronize(db, server.transport, 'm')
  const [one, other] = await db.getAll('documents')
  await db.put('documents', { ...one!, body: other!.body })
  await expect(readDocuments(db).all('resident')).rejects.toThrow()
})

test('a document that changed is read anew', async () => {
  for (const name of ['丁大川', '丁小川']) {
    server.write('team:1', 'resident', 'r1', { id: 'r1', name })
    await synchronize(db, server.transport, 'm')
    expect((await readDocuments(db).get<{ name: string }>('resident', 'r1'))?.body.name).toBe(name)
  }
})

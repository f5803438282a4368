import { beforeEach, expect, test, vi } from 'vitest'
import { FakeServer } from '../sync/fakeServer'
import { readOutbox } from '../sync/outbox'
import { synchronize } from '../sync/synchronize'
import { closeDatabase, eraseDatabase, MIGRATIONS, openDatabase, type Database, type OutboxCommand } from './database'
import { readDocuments } from './documents'
import { isSealed } from './seal'
import { openFile } from './work'

/** A phone as the version before sealing left it. */
const NAME = 'jiayi:account:1'
const COUNT = 450
const clock = { wall: '2026-11-24T01:00:00.000Z', monotonic_ms: 1, boot: 'b' }
const command = (seq: number, more: object = {}): OutboxCommand => ({
  seq, id: `c${seq}`, kind: 'visits.write_note', entity_id: 'v1', membership_id: 'm', depends_on: [], clock,
  payload: { note: `头晕 ${seq}` }, state: 'waiting', attempt_count: 0, ...more,
})

beforeEach(async () => {
  await eraseDatabase(NAME)
  const old = await openDatabase(NAME, MIGRATIONS.slice(0, 3))
  const tx = old.transaction(['documents', 'outbox', 'applied', 'attachments', 'meta'], 'readwrite')
  for (let n = 1; n <= COUNT; n += 1) {
    const body = { id: `v${n}`, note: '头晕', status: n % 2 ? 'completed' : 'scheduled', ended_at: n % 2 ? '2026-11-24T02:00:00Z' : null, resident_ids: ['r1'] }
    void tx.objectStore('documents').put({ bucket: 'team:1', kind: 'visit', id: `v${n}`, version: n, generation: 0, resident_ids: ['r1'], body })
  }
  void tx.objectStore('outbox').put(command(1))
  void tx.objectStore('outbox').put(command(2, { state: 'refused', code: 'x.refused.y', detail: { name: '丁大川' }, attempt_count: 1 }))
  void tx.objectStore('applied').put({ seq: 0, id: 'c0', command: command(0), applied_at: Date.now(), epoch: 'epoch-1', is_unsettled: 1 })
  void tx.objectStore('attachments').put({ sha256: 's', type: 'image/jpeg', data: new TextEncoder().encode('picture').buffer, membership_id: 'm', visit_id: 'v', kept_at: 0, is_handed_in: false })
  void tx.objectStore('meta').put('epoch-1', 'epoch')
  await tx.done
  await closeDatabase(NAME)
})

const plainCount = async (db: Database): Promise<number> => (await db.getAll('documents')).filter(({ body }) => !isSealed(body)).length

async function expectEverything(db: Database): Promise<void> {
  expect(await readOutbox(db)).toEqual([
    command(1), command(2, { state: 'refused', code: 'x.refused.y', detail: { name: '丁大川' }, attempt_count: 1 }),
  ])
  const docs = readDocuments(db)
  expect(await docs.all('visit')).toHaveLength(COUNT)
  expect(await docs.withStatus('visit', ['scheduled'])).toHaveLength(COUNT / 2)
  expect(await docs.endedSince('visit', '2026-11-24T00:00:00Z')).toHaveLength(COUNT / 2)
  expect((await docs.get<{ note: string }>('visit', 'v7'))?.body.note).toBe('头晕')
  expect(new TextDecoder().decode(await openFile(db, (await db.get('attachments', 's'))!.data))).toBe('picture')
}

test('what was plain reads the same at once, and by and by nothing is plain', async () => {
  const db = await openDatabase(NAME)
  expect((await db.getAll('outbox')).every(({ payload }) => isSealed(payload)), 'work before anybody uses it').toBe(true)
  expect((await db.getAll('applied')).every(({ command: { payload } }) => isSealed(payload))).toBe(true)
  await expectEverything(db)
  await vi.waitFor(async () => expect(await db.get('meta', 'is_plain')).toBeUndefined())
  expect(await plainCount(db)).toBe(0)
  await expectEverything(db)
})

test.each([0, 1, 3, 10, 30])('killed after %i steps, again and again: nothing is lost, and it comes to its end', async (steps) => {
  let rounds = 0
  for (let is_done = false; !is_done && rounds < 50; rounds += 1) {
    const opening = openDatabase(NAME)
    for (let n = 0; n < steps * (rounds + 1); n += 1) await new Promise((resolve) => setTimeout(resolve))
    const db = await opening
    is_done = (await db.get('meta', 'is_plain')) === undefined
    await closeDatabase(NAME)
  }
  const db = await openDatabase(NAME)
  await vi.waitFor(async () => expect(await db.get('meta', 'is_plain')).toBeUndefined())
  expect(await plainCount(db)).toBe(0)
  await expectEverything(db)
})

test('what was written before is sent, once, as it was said', async () => {
  const db = await openDatabase(NAME)
  const server = new FakeServer()
  await synchronize(db, server.transport, 'm')
  await synchronize(db, server.transport, 'm')
  expect(server.done.map(({ id, payload }) => [id, payload])).toEqual([['c1', { note: '头晕 1' }]])
})

test('a document that a pull brought meanwhile is not put back', async () => {
  const db = await openDatabase(NAME)
  const server = new FakeServer()
  for (let n = 1; n <= COUNT; n += 1) server.write('team:1', 'visit', `v${n}`, { id: `v${n}`, note: 'newer' })
  await synchronize(db, server.transport, 'm')
  await vi.waitFor(async () => expect(await db.get('meta', 'is_plain')).toBeUndefined())
  expect(new Set((await readDocuments(db).all<{ note: string }>('visit')).map(({ body }) => body.note))).toEqual(new Set(['newer']))
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem, offline } from '../api/problem'
import { eraseDatabase, openDatabase, type Database } from '../db/database'
import { dropAttachment, keepAttachment, readAttachment, readRefusedPhotos, sendAttachmentAgain } from './attachments'
import { FakeServer } from './fakeServer'
import { amend, enqueue, withdraw } from './outbox'
import { synchronize } from './synchronize'
import { countWaiting } from './waiting'

/** Photos and the server, with all that may come between them. */

const PART = 128 * 1024
let server: FakeServer
let db: Database

beforeEach(async () => {
  await eraseDatabase('jiayi:nurse:1')
  db = await openDatabase('jiayi:nurse:1')
  server = new FakeServer()
  server.write('team:1', 'visit', 'v', { id: 'v', photos: [] })
  server.effect = ({ kind, payload }) => kind === 'visits.add_photo' && show((payload as { sha256: string }).sha256)
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** What the server's visit says once a photo is named, and once it has come. */
function show(sha256: string): void {
  server.write('team:1', 'visit', 'v', { id: 'v', photos: [{ sha256, is_here: server.attachments.has(sha256) }] })
}

const sync = () => synchronize(db, server.transport, 'm')
const left = () => db.count('attachments')

async function take(size = 10, hold_ms?: number): Promise<{ sha256: string; id: string }> {
  const sha256 = await keepAttachment(db, 'm', 'v', new Blob([new Uint8Array(size).fill(size % 251)], { type: 'image/jpeg' }))
  const id = await enqueue(db, 'm', { kind: 'visits.add_photo', entity_id: 'v', payload: { sha256, resident_id: 'r' }, ...(hold_ms ? { hold_ms } : {}) })
  return { sha256, id }
}

test('a photo goes when its command is through, in parts, and stays until the visit shows it', async () => {
  const { sha256 } = await take(PART * 2 + 5)
  await sync()
  expect(server.done.map(({ kind }) => kind)).toEqual(['visits.add_photo'])
  expect(server.part_bytes).toEqual([PART, PART, 5])
  expect([...server.attachments]).toEqual([[sha256, 'image/jpeg']])
  expect(await left(), 'the visit does not say so yet').toBe(1)
  show(sha256)
  await sync()
  expect(await left()).toBe(0)
  expect(server.part_bytes).toHaveLength(3)
})

test.each(['contracts.sign', 'contracts.sign_amendment'])('page and voice of %s go when it is through, and then leave the phone', async (kind) => {
  const keep = (size: number, type: string) => keepAttachment(db, 'm', 'c', new Blob([new Uint8Array(size)], { type }))
  const [photo_sha256, recording_sha256] = [await keep(3, 'image/jpeg'), await keep(4, 'audio/webm')]
  await enqueue(db, 'm', { kind, entity_id: 'c', payload: { method: 'fingerprint', photo_sha256, recording_sha256 }, hold_ms: 90_000 })
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 80_000)
  await sync()
  expect(await left(), 'long after a moment they wait for their command').toBe(2)
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 20_000)
  await sync()
  expect([...server.attachments].sort()).toEqual([[photo_sha256, 'image/jpeg'], [recording_sha256, 'audio/webm']].sort())
  await sync()
  expect(await left()).toBe(0)
})

test('it shows in its visit at once when the server says so, and leaves the phone in the same turn', async () => {
  const { sha256 } = await take()
  server.meanwhile = () => Promise.resolve(server.attachments.has(sha256) && show(sha256))
  await sync()
  expect(await left()).toBe(0)
})

test('the signal breaks off after each part: the next turn goes on where it was', async () => {
  await take(PART * 3)
  let count = 0
  server.trouble = (what) => (what === 'put' && (count += 1) % 3 === 0 ? offline() : undefined)
  for (let turn = 0; turn < 6 && !server.attachments.size; turn += 1) await sync()
  expect(server.part_bytes).toEqual([PART, PART, PART])
})

test('a reply is lost after the part has come: nothing is sent twice', async () => {
  await take(PART * 2)
  await sync()
  const again = await take(PART * 2 + 1)
  let is_lost = false
  server.meanwhile = () => {
    if (!is_lost && server.part_bytes.length === 3) server.replies_to_lose = 1
    is_lost ||= server.part_bytes.length === 3
    return Promise.resolve()
  }
  expect((await sync()).problem?.status).toBe(0)
  await sync()
  expect(server.part_bytes).toEqual([PART, PART, PART, PART, 1])
  expect(server.attachments.has(again.sha256)).toBe(true)
})

test('what is written while a photo is under way goes before the rest of it', async () => {
  await take(PART * 3)
  let is_written = false
  server.meanwhile = async () => {
    if (is_written || server.part_bytes.length !== 1) return
    is_written = true
    await enqueue(db, 'm', { kind: 'visits.check_out', entity_id: 'v', payload: {} })
  }
  const seen: number[] = []
  server.judge = ({ kind }) => {
    if (kind === 'visits.check_out') seen.push(server.part_bytes.length)
    return { outcome: 'applied' }
  }
  await sync()
  expect(seen).toEqual([1])
})

test('nothing of a photo goes while its command may still be taken back, and then the photo is gone', async () => {
  const { id } = await take(10, 60_000)
  await sync()
  expect(server.part_bytes).toEqual([])
  expect(await withdraw(db, id)).toBe(true)
  const [photo] = await db.getAll('attachments')
  await db.put('attachments', { ...photo!, kept_at: Date.now() - 61_000 })
  await sync()
  expect([await left(), server.part_bytes]).toEqual([0, []])
})

test('a photo that was refused waits for its person, one that is held goes to the leader', async () => {
  server.judge = () => ({ outcome: 'refused', code: 'visits.refused.no_photo_consent' })
  await take(10)
  await sync()
  expect([await left(), server.part_bytes]).toEqual([1, []])
  server.judge = () => ({ outcome: 'held', code: 'visits.refused.reassigned' })
  const { sha256 } = await take(11)
  await sync()
  expect([...server.attachments.keys()]).toEqual([sha256])
  await sync()
  expect((await db.getAllKeys('attachments')).includes(sha256)).toBe(false)
})

test('one that the server will not have does not keep the others back', async () => {
  const bad = await take(10)
  const good = await take(11)
  const put = server.transport.putAttachment
  server.transport.putAttachment = (membership_id, part) =>
    part.sha256 === bad.sha256 ? Promise.reject(new ApiProblem('attachments.invalid.type', 422)) : put(membership_id, part)
  await sync()
  expect([...server.attachments.keys()]).toEqual([good.sha256])
  expect((await db.get('attachments', bad.sha256))?.problem_code).toBe('attachments.invalid.type')
})

test('the same picture twice lies here once and goes once', async () => {
  const first = await take(10)
  const second = await take(10)
  expect(second.sha256).toBe(first.sha256)
  expect(await left()).toBe(1)
  await sync()
  expect(server.part_bytes).toEqual([10])
})

test('a photo that waits can be looked at', async () => {
  const { sha256, id } = await take(3)
  await amend(db, id, { sha256, resident_id: 'r', kind: 'place' })
  expect(new Uint8Array(await (await readAttachment(db, sha256))!.arrayBuffer())).toEqual(new Uint8Array([3, 3, 3]))
  expect(await readAttachment(db, 'other')).toBeUndefined()
})

test('one that the server will not have asks for its person, who has it tried once more or lets it go', async () => {
  const { sha256 } = await take(10)
  const put = server.transport.putAttachment
  server.transport.putAttachment = () => Promise.reject(new ApiProblem('attachments.invalid.type', 422))
  await sync()
  expect(await readRefusedPhotos(db)).toMatchObject([{ sha256, visit_id: 'v', problem_code: 'attachments.invalid.type' }])
  expect(await countWaiting(db), 'it does not wait any more').toBe(0)
  await sendAttachmentAgain(db, sha256)
  expect(await countWaiting(db)).toBe(1)
  await sync()
  expect(await readRefusedPhotos(db)).toHaveLength(1)
  server.transport.putAttachment = put
  await sendAttachmentAgain(db, sha256)
  await sync()
  expect([await readRefusedPhotos(db), server.attachments.has(sha256)]).toEqual([[], true])
  await dropAttachment(db, sha256)
  expect(await left()).toBe(0)
})

test('bytes that were spoilt on the way go once more by themselves', async () => {
  const { sha256 } = await take(10)
  const put = server.transport.putAttachment
  server.transport.putAttachment = () => {
    server.transport.putAttachment = put
    return Promise.reject(new ApiProblem('attachments.invalid.hash', 422))
  }
  await sync()
  expect([server.attachments.has(sha256), await readRefusedPhotos(db)]).toEqual([true, []])
})

test('while the phone is nearly full no photo is kept, and records still are', async () => {
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ quota: 60_000_000, usage: 20_000_000 }) } })
  await expect(take(10)).rejects.toMatchObject({ code: 'app.problem.phone_full' })
  expect(await left()).toBe(0)
  await enqueue(db, 'm', { kind: 'visits.check_out', entity_id: 'v', payload: {} })
  expect(await db.count('outbox')).toBe(1)
})

test('a photo for which the browser finds no room takes that of what the server has anyway', async () => {
  await db.put('documents', { bucket: 'team:1', kind: 'measurement', id: 'm1', version: 1, generation: 0, resident_ids: [], body: {} })
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => { throw new DOMException('full', 'QuotaExceededError') })
  await take(10)
  expect([await left(), await db.count('documents')]).toEqual([1, 0])
})

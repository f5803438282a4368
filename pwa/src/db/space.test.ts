import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeServer } from '../sync/fakeServer'
import { enqueue, readOutbox } from '../sync/outbox'
import { synchronize } from '../sync/synchronize'
import { eraseDatabase, openDatabase, readMeta, type Database } from './database'
import { readDocuments } from './documents'
import { fetchAnew } from './space'

let db: Database
let server: FakeServer

beforeEach(async () => {
  await eraseDatabase('test')
  db = await openDatabase('test')
  server = new FakeServer()
  server.write('team:1', 'visit', 'open', { id: 'open', status: 'scheduled' })
  server.write('team:1', 'visit', 'old', { id: 'old', status: 'completed' })
  server.write('team:1', 'measurement', 'm', { id: 'm' })
  server.write('team:1', 'resident', 'r', { id: 'r', name: '丁大川' })
  await sync()
})
afterEach(() => void vi.restoreAllMocks())

const sync = () => synchronize(db, server.transport, 'm')
const write = () => enqueue(db, 'm', { kind: 'visits.depart', entity_id: 'open', payload: {} })
const all = async (kind: string) => (await readDocuments(db).all(kind)).map(({ id }) => id).sort()

/** The browser's disk: from now on it takes nothing more, or nothing but when `room` says so. */
function fill(room: () => Promise<boolean> | boolean = () => false): void {
  for (const verb of ['add', 'put'] as const) {
    const real = IDBObjectStore.prototype[verb]
    vi.spyOn(IDBObjectStore.prototype, verb).mockImplementation(function (this: IDBObjectStore, ...args: [unknown, IDBValidKey?]) {
      if (this.name !== 'meta' && !has_room) throw new DOMException('full', 'QuotaExceededError')
      return real.apply(this, args)
    })
  }
  let has_room = false
  const remove = IDBObjectStore.prototype.delete
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key: IDBValidKey | IDBKeyRange) {
    has_room = room() === true
    return remove.call(this, key)
  })
}

test('the phone is full: what can be fetched again makes room for what was done, and the day stays', async () => {
  fill(() => true)
  await write()
  expect(await readOutbox(db)).toHaveLength(1)
  expect(await all('visit')).toEqual(['open'])
  expect(await all('measurement')).toEqual([])
  expect(await all('resident')).toEqual(['r'])
  expect(await readMeta(db, 'is_short')).toBe(true)
})

test('what made room comes again when somebody asks for it', async () => {
  fill(() => true)
  await write()
  vi.restoreAllMocks()
  await sync()
  expect(await all('measurement')).toEqual([])
  await fetchAnew(db)
  await sync()
  expect(await all('measurement')).toEqual(['m'])
  expect(await readMeta(db, 'is_short')).toBeUndefined()
})

test('not even that is enough: it is said, and nothing that is there is lost', async () => {
  await write()
  fill()
  await expect(write()).rejects.toMatchObject({ code: 'app.problem.phone_full' })
  vi.restoreAllMocks()
  expect(await readOutbox(db)).toHaveLength(1)
})

test('no room for what comes: work goes out all the same, and it is said', async () => {
  await write()
  server.write('team:1', 'resident', 'new', { id: 'new', name: '何素芬' })
  const real = IDBObjectStore.prototype.put
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args: [unknown, IDBValidKey?]) {
    if (this.name === 'documents') throw new DOMException('full', 'QuotaExceededError')
    return real.apply(this, args)
  })
  expect((await sync()).problem?.code).toBe('app.problem.phone_full')
  expect(server.done).toHaveLength(1)
  vi.restoreAllMocks()
  await sync()
  expect(await all('resident')).toEqual(['new', 'r'])
})

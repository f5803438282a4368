import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { eraseDevice, signIn, signOut } from '../api/account'
import { chooseMembership, session } from '../api/session'
import { FakeIdentity } from '../api/fakeIdentity'
import { announce } from './changes'
import { databaseName, eraseDatabase, openDatabase, type Database } from './database'
import type { Documents } from './documents'
import { enqueue, readOutbox, withdraw } from '../sync/outbox'
import { useLiveQuery } from './useLiveQuery'

const WIFE = { id: 'm-wife', county_id: 1, role: 'resident', subject_id: 'r1', name: '杜秀英' } as const
const HUSBAND = { id: 'm-husband', county_id: 2, role: 'resident', subject_id: 'r2', name: '丁大川' } as const
let scope: EffectScope
let db: Database

beforeEach(async () => {
  await eraseDevice()
  const server = new FakeIdentity()
  server.accounts = { couple: [WIFE, HUSBAND] }
  server.install()
  await signIn({ phone: 'couple', realm: 'family', code: '1' })
  await chooseMembership(WIFE.id)
  db = await openDatabase(databaseName('couple', 1))
  scope = effectScope()
})
afterEach(async () => {
  scope.stop()
  vi.unstubAllGlobals()
  await Promise.all([1, 2].map((county) => eraseDatabase(databaseName('couple', county))))
})

const put = async (kind: string, id: string, where = db): Promise<void> => {
  await where.put('documents', { bucket: 'resident:r1', kind, id, version: 1, generation: 0, resident_ids: [], body: { id } })
  announce(where.name, [kind])
}
const live = <T>(read: (docs: Documents) => Promise<T>, sources?: Parameters<typeof useLiveQuery>[1]) => scope.run(() => useLiveQuery(read, sources))!

test('reads at once, and says so', async () => {
  await put('visit', 'a')
  const { data, is_loading } = live((docs) => docs.all('visit'))
  expect(is_loading.value).toBe(true)
  await vi.waitFor(() => expect(data.value?.map(({ id }) => id)).toEqual(['a']))
  expect(is_loading.value).toBe(false)
})

test('reads again when something it looked at changes, and only then', async () => {
  const read = vi.fn((docs: Documents) => docs.all('visit'))
  const { data } = live(read)
  await vi.waitFor(() => expect(data.value).toEqual([]))
  await put('visit', 'a')
  await vi.waitFor(() => expect(data.value).toHaveLength(1))
  const before = read.mock.calls.length
  await put('contract', 'c')
  await put('visit', 'b')
  await vi.waitFor(() => expect(data.value).toHaveLength(2))
  expect(read.mock.calls.length).toBe(before + 1)
})

test('what changes while it reads is not missed', async () => {
  let is_first = true
  const { data } = live(async (docs) => {
    const found = await docs.all('visit')
    if (is_first) {
      is_first = false
      await put('visit', 'late')
    }
    return found.length
  })
  await vi.waitFor(() => expect(data.value).toBe(1))
})

test('reads again when what it depends on changes', async () => {
  await put('visit', 'a')
  await put('visit', 'b')
  const wanted = ref('a')
  const { data } = live((docs) => docs.get('visit', wanted.value), wanted)
  await vi.waitFor(() => expect(data.value?.id).toBe('a'))
  wanted.value = 'b'
  await vi.waitFor(() => expect(data.value?.id).toBe('b'))
})

test('another tab’s writing counts as well', async () => {
  const { data } = live((docs) => docs.all('visit'))
  await vi.waitFor(() => expect(data.value).toEqual([]))
  await db.put('documents', { bucket: 'county', kind: 'visit', id: 'x', version: 1, generation: 0, resident_ids: [], body: {} })
  const tab = new BroadcastChannel('jiayi-changes')
  tab.postMessage({ database: db.name, topics: ['visit'] })
  await vi.waitFor(() => expect(data.value).toHaveLength(1))
  tab.close()
})

test('over to another person: that one’s documents; signed out: none', async () => {
  await put('visit', 'hers')
  const { data } = live((docs) => docs.all('visit'))
  await vi.waitFor(() => expect(data.value).toHaveLength(1))
  await chooseMembership(HUSBAND.id)
  await vi.waitFor(() => expect(data.value).toEqual([]))
  await put('visit', 'his', await openDatabase(databaseName('couple', 2)))
  await vi.waitFor(() => expect(data.value?.map(({ id }) => id)).toEqual(['his']))
  await signOut()
  await vi.waitFor(() => expect(data.value).toBeUndefined())
  expect(session()).toBeNull()
})

test('a reading that fails is told, and the next one may succeed', async () => {
  let is_broken = true
  const { data, error } = live(async (docs) => {
    await docs.all('visit')
    if (is_broken) throw new Error('broken')
    return 'good'
  })
  await vi.waitFor(() => expect(error.value).toMatchObject({ message: 'broken' }))
  is_broken = false
  await put('visit', 'a')
  await vi.waitFor(() => expect(data.value).toBe('good'))
  expect(error.value).toBeUndefined()
})

test('a page that is gone reads no more', async () => {
  const read = vi.fn((docs: Documents) => docs.all('visit'))
  const { data } = live(read)
  await vi.waitFor(() => expect(data.value).toEqual([]))
  scope.stop()
  await put('visit', 'a')
  await nextTick()
  expect(read).toHaveBeenCalledTimes(1)
})

test('work that was just written stands there as it would be read again, each once', async () => {
  const { data } = live((docs) => docs.outbox())
  await vi.waitFor(() => expect(data.value).toEqual([]))
  const write = (n: number) => enqueue(db, 'm', { kind: 'visits.write_note', entity_id: `v${n}`, payload: { n, gone: undefined }, hold_ms: 1000 })
  const [first] = await Promise.all([1, 2, 3].map(write))
  await vi.waitFor(() => expect(data.value).toHaveLength(3))
  expect(data.value).toEqual(await readOutbox(db))
  await withdraw(db, first!)
  await vi.waitFor(() => expect(data.value).toHaveLength(2))
  expect(data.value).toEqual(await readOutbox(db))
})

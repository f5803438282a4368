import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FakeIdentity } from '../api/fakeIdentity'
import { eraseDevice, signIn } from '../api/account'
import { currentDatabase, session } from '../api/session'
import { FakeServer } from '../sync/fakeServer'
import { enqueue, readOutbox } from '../sync/outbox'
import { synchronize } from '../sync/synchronize'
import { databaseName, openDatabase, type Database } from './database'
import { readDocuments } from './documents'
import { choosePin, isWeakPin, MOST_TRIES, removePin, unlock } from './pin'
import { forgetBodies } from './stored'
import { closeOthers, hasPin, isLocked } from './vault'

const NURSE = { id: 'm-nurse', county_id: 1, role: 'clinician', subject_id: 'c1', name: '蒲晓燕' } as const
const OTHER = { id: 'm-other', county_id: 1, role: 'clinician', subject_id: 'c2', name: '何秀兰' } as const
const PIN = '402917'
let db: Database
let server: FakeServer

beforeEach(async () => {
  await eraseDevice()
  const identity = new FakeIdentity()
  identity.accounts = { nurse: [NURSE], other: [OTHER] }
  identity.install()
  await come()
  db = (await currentDatabase())!
  server = new FakeServer()
  server.write('team:1', 'resident', 'r1', { id: 'r1', name: '丁大川' })
  await sync()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const come = (phone = 'nurse') => signIn({ phone, realm: 'staff', code: '1' })
const sync = () => synchronize(db, server.transport, NURSE.id)
const read = async () => (await readDocuments(db).all<{ name: string }>('resident')).map(({ body }) => body.name)
const write = () => enqueue(db, NURSE.id, { kind: 'visits.depart', entity_id: 'v', payload: { note: '头晕' } })
/** Fewer turns than on a phone: what is tested is not how long they take. */
const choose = (pin: string, before?: string) => choosePin('nurse', pin, before, 1000)
/** What an idle page does, or one that was closed and opened again. */
const lock = () => {
  closeOthers(undefined)
  forgetBodies()
}
async function tryOften(count: number): Promise<unknown> {
  vi.useFakeTimers({ toFake: ['Date'] })
  let last: unknown
  for (let n = 0; n < count; n += 1) {
    last = await unlock('nurse', '999888')
    vi.setSystemTime(Date.now() + 31 * 60_000)
  }
  return last
}

test.each(['111111', '123456', '987654', '890123', '121212', '123123', '765432'])('%s is too easy', (pin) => expect(isWeakPin(pin)).toBe(true))
test.each(['402917', '112358', '135790', '000001'])('%s is good enough', (pin) => expect(isWeakPin(pin)).toBe(false))

describe('behind the lock', () => {
  beforeEach(async () => {
    await choose(PIN)
    lock()
  })

  test('no document is read, and the right digits open it again', async () => {
    expect(await isLocked('nurse')).toBe(true)
    await expect(read()).rejects.toMatchObject({ name: 'Locked' })
    expect(await unlock('nurse', PIN)).toEqual({ outcome: 'open' })
    expect(await read()).toEqual(['丁大川'])
  })

  test('work goes out, and nothing comes in that could not be sealed', async () => {
    await write()
    server.write('team:1', 'resident', 'r2', { id: 'r2', name: '何素芬' })
    expect((await sync()).problem).toBeUndefined()
    expect(server.done).toHaveLength(1)
    expect(await db.count('documents')).toBe(1)
    await unlock('nurse', PIN)
    await sync()
    expect((await read()).sort()).toEqual(['丁大川', '何素芬'])
  })

  test('other digits do not open it', async () => {
    expect(await unlock('nurse', '402918')).toEqual({ outcome: 'wrong', tries_left: MOST_TRIES - 1, wait_ms: 0 })
    expect(await isLocked('nurse')).toBe(true)
  })

  test('from the fifth wrong one on each wait is longer, and a try too early does not count', async () => {
    const waits: number[] = []
    vi.useFakeTimers({ toFake: ['Date'] })
    for (let n = 1; n < MOST_TRIES; n += 1) {
      const tried = await unlock('nurse', '999888')
      if (tried.outcome !== 'wrong') throw new Error(tried.outcome)
      waits.push(tried.wait_ms)
      if (tried.wait_ms) expect((await unlock('nurse', PIN)).outcome).toBe('wait')
      vi.setSystemTime(Date.now() + tried.wait_ms)
    }
    expect(waits.slice(0, 4)).toEqual([0, 0, 0, 0])
    expect(waits.slice(4)).toEqual([...waits.slice(4)].sort((a, b) => a - b))
    expect(waits.at(4)).toBeGreaterThan(0)
    expect(await unlock('nurse', PIN)).toEqual({ outcome: 'open' })
    expect(await read()).toEqual(['丁大川'])
  })

  test('closing the app does not take a wrong try back', async () => {
    for (let n = 0; n < 3; n += 1) {
      await unlock('nurse', '999888')
      lock()
    }
    expect(await unlock('nurse', '999888')).toMatchObject({ tries_left: MOST_TRIES - 4 })
  })

  test('after the last try the right digits do not help any more; signing in does, and no work is lost', async () => {
    await write()
    expect(await tryOften(MOST_TRIES)).toEqual({ outcome: 'spent' })
    expect(await unlock('nurse', PIN)).toEqual({ outcome: 'spent' })
    await come()
    expect(await isLocked('nurse')).toBe(false)
    expect(await read()).toEqual([])
    expect((await readOutbox(db)).map(({ payload }) => payload)).toEqual([{ note: '头晕' }])
    await sync()
    await sync()
    expect(await read()).toEqual(['丁大川'])
    expect(server.done).toHaveLength(1)
  })

  test('forgotten: signing in again begins a new store, with the work in it', async () => {
    await write()
    await come()
    expect(await hasPin('nurse')).toBe(false)
    expect(await choose('135790')).toEqual({ outcome: 'open' })
    await sync()
    expect(await read()).toEqual(['丁大川'])
    expect(server.done).toHaveLength(1)
    lock()
    expect((await unlock('nurse', PIN)).outcome).toBe('wrong')
    expect((await unlock('nurse', '135790')).outcome).toBe('open')
  })

  test('somebody else signs in on this phone: the first one’s store stays shut and whole', async () => {
    await write()
    await come('other')
    expect(session()?.account.id).toBe('other')
    expect(await readDocuments((await currentDatabase())!).all('resident')).toEqual([])
    expect(await isLocked('nurse')).toBe(true)
    await expect(read()).rejects.toMatchObject({ name: 'Locked' })
    expect((await unlock('nurse', PIN)).outcome).toBe('open')
    expect(await read()).toEqual(['丁大川'])
  })
})

test('another PIN needs the one before, and then only the other one opens', async () => {
  await choose(PIN)
  expect((await choose('135790')).outcome).toBe('wrong')
  expect((await choose('135790', PIN)).outcome).toBe('open')
  lock()
  expect((await unlock('nurse', PIN)).outcome).toBe('wrong')
  expect((await unlock('nurse', '135790')).outcome).toBe('open')
  expect(await read()).toEqual(['丁大川'])
})

test('without a PIN again nobody is asked', async () => {
  await choose(PIN)
  expect((await removePin('nurse', '999888')).outcome).toBe('wrong')
  expect((await removePin('nurse', PIN)).outcome).toBe('open')
  lock()
  expect(await read()).toEqual(['丁大川'])
})

test('what came before there was a PIN is behind it too', async () => {
  await choose(PIN)
  lock()
  await expect(readDocuments(await openDatabase(databaseName('nurse', 1))).all('resident')).rejects.toMatchObject({ name: 'Locked' })
})

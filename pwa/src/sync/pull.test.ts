import { beforeEach, describe, expect, test } from 'vitest'
import { ApiProblem, offline } from '../api/problem'
import { closeDatabase, eraseDatabase, openDatabase, readMeta, type Database } from '../db/database'
import { readDocuments } from '../db/documents'
import { fetchAnew } from '../db/space'
import { FakeServer } from './fakeServer'
import { enqueue } from './outbox'
import { synchronize } from './synchronize'

const NURSE = 'membership-nurse'
let db: Database
let server: FakeServer

beforeEach(async () => {
  await eraseDatabase('test')
  db = await openDatabase('test')
  server = new FakeServer()
})

const sync = () => synchronize(db, server.transport, NURSE)
const read = () => readDocuments(db)
const ids = async (kind = 'visit'): Promise<string[]> => (await read().all(kind)).map(({ id }) => id).sort()
const fill = (count: number, bucket = 'team:1'): void => {
  for (let n = 1; n <= count; n += 1) server.write(bucket, 'visit', `visit-${n}`, { id: `visit-${n}`, status: 'scheduled' })
}

describe('fetching', () => {
  test('page by page, to the end', async () => {
    fill(25)
    server.page_size = 10
    await sync()
    expect(await ids()).toHaveLength(25)
    expect(await read().isComplete(NURSE)).toBe(true)
    expect(await readMeta(db, 'last_synced_at')).toBe(server.time)
  })

  test('cut off in the middle: what came stays, and it goes on from there', async () => {
    fill(25)
    server.page_size = 10
    let pages = 0
    server.trouble = (what) => (what === 'pull' && (pages += 1) === 2 ? offline() : undefined)
    expect((await sync()).problem?.code).toBe('app.problem.offline')
    expect(await ids()).toHaveLength(10)
    expect(await read().isComplete(NURSE)).toBe(false)
    expect(await readMeta(db, 'last_synced_at')).toBeUndefined()
    server.trouble = undefined
    await sync()
    expect(await ids()).toHaveLength(25)
    expect(await read().isComplete(NURSE)).toBe(true)
  })

  test('it says how much has come and of how much, also after it was cut off and the app closed', async () => {
    fill(25)
    server.page_size = 10
    let pages = 0
    server.trouble = (what) => (what === 'pull' && (pages += 1) === 2 ? offline() : undefined)
    await sync()
    expect(await readMeta(db, 'progress')).toEqual({ come: 10, total: 25 })
    db.close()
    await closeDatabase('test')
    db = await openDatabase('test')
    pages = 0
    await sync()
    expect(await readMeta(db, 'progress')).toEqual({ come: 20, total: 25 })
    server.trouble = undefined
    await sync()
    expect(await readMeta(db, 'progress')).toBeUndefined()
    server.write('team:1', 'visit', 'new', { id: 'new' })
    await sync()
    expect(await readMeta(db, 'progress')).toBeUndefined()
  })

  test('begun anew in the middle, it counts from nothing', async () => {
    fill(25)
    server.page_size = 10
    let pages = 0
    server.trouble = (what) => (what === 'pull' && (pages += 1) === 2 ? offline() : undefined)
    await sync()
    await fetchAnew(db)
    server.trouble = (what) => (what === 'pull' && (pages += 1) === 4 ? offline() : undefined)
    await sync()
    expect(await readMeta(db, 'progress')).toEqual({ come: 10, total: 25 })
  })

  test('what is dropped says why, until somebody has read it', async () => {
    fill(1)
    fill(1, 'team:2')
    await sync()
    server.buckets.delete('team:2')
    server.drops = [{ bucket: 'team:2', reason: 'left' }]
    await sync()
    expect(await readMeta(db, 'drops')).toEqual([{ bucket: 'team:2', reason: 'left', at: server.time }])
    server.buckets.delete('team:1')
    server.drops = undefined
    await sync()
    expect((await readMeta(db, 'drops'))?.map(({ reason }) => reason), 'of a server that says no reason').toEqual(['left', 'ended'])
  })

  test('a page is stored whole with its cursor, or not at all', async () => {
    fill(2)
    const broken = { ...server.transport, pull: async () => ({ ...(await server.transport.pull(NURSE, undefined, 1000)), removed: [{ bucket: null }] as never }) }
    await expect(synchronize(db, broken, NURSE)).rejects.toThrow()
    expect(await ids()).toEqual([])
    expect(await readMeta(db, 'cursors')).toBeUndefined()
    await sync()
    expect(await ids()).toEqual(['visit-1', 'visit-2'])
  })

  test('only what changed, the second time', async () => {
    fill(3)
    await sync()
    server.write('team:1', 'visit', 'visit-2', { id: 'visit-2', status: 'completed' })
    await sync()
    expect((await read().get<{ status: string }>('visit', 'visit-2'))?.body.status).toBe('completed')
    expect((await read().get<{ status: string }>('visit', 'visit-1'))?.body.status).toBe('scheduled')
  })

  test('what was written during a long download does not wait for its end', async () => {
    fill(30)
    server.page_size = 10
    let pulls = 0
    server.trouble = (what) => {
      if (what === 'pull' && (pulls += 1) === 1) void enqueue(db, NURSE, { kind: 'visits.depart', entity_id: 'visit-1', payload: {} })
      if (what === 'pull' && pulls === 3) expect(server.done).toHaveLength(1)
      return undefined
    }
    await sync()
    expect(pulls).toBe(3)
    expect(server.done).toHaveLength(1)
  })
})

describe('leaving', () => {
  test('a tombstone takes away the copy of its own bucket alone', async () => {
    server.write('team:1', 'visit', 'v', { id: 'v', note: 'for the team' })
    server.write('resident:7', 'visit', 'v', { id: 'v' })
    await sync()
    server.remove('team:1', 'visit', 'v', 'moved')
    await sync()
    expect((await read().get('visit', 'v'))?.body).toEqual({ id: 'v' })
    server.remove('resident:7', 'visit', 'v', 'ended')
    await sync()
    expect(await read().get('visit', 'v')).toBeUndefined()
  })

  test('a bucket that is no longer the caller’s is erased in the same pull', async () => {
    server.write('team:1', 'visit', 'v', { id: 'v', note: 'secret' })
    server.write('team:10', 'visit', 'w', { id: 'w' })
    server.write('resident:7', 'visit', 'v', { id: 'v' })
    await sync()
    server.buckets.delete('team:1')
    await sync()
    expect((await read().get('visit', 'v'))?.body).toEqual({ id: 'v' })
    expect(await db.getAllFromIndex('documents', 'kind', 'visit')).toHaveLength(2)
    expect(await ids()).toEqual(['v', 'w'])
  })
})

describe('the fullest copy is shown', () => {
  const copies: [string, object][] = [
    ['county', { id: 'v', from: 'county' }], ['family:7', { id: 'v', from: 'family' }],
    ['resident:7', { id: 'v', from: 'resident' }], ['team:1', { id: 'v', from: 'team' }], ['account:1', { id: 'v', from: 'account' }],
  ]
  test.each([
    ['account over team', 5, 'account'], ['team over resident', 4, 'team'], ['resident over family', 3, 'resident'], ['family over county', 2, 'family'],
  ])('%s', async (_, count, winner) => {
    for (const [bucket, body] of copies.slice(0, count)) server.write(bucket, 'visit', 'v', body)
    await sync()
    expect((await read().get('visit', 'v'))?.body).toMatchObject({ from: winner })
    expect((await read().all('visit')).map(({ body }) => body)).toMatchObject([{ from: winner }])
  })

  test('all about one person, whether the body names one or several', async () => {
    server.write('team:1', 'visit', 'couple', { id: 'couple', resident_ids: ['r1', 'r2'] })
    server.write('team:1', 'visit', 'other', { id: 'other', resident_ids: ['r3'] })
    server.write('team:1', 'contract', 'c', { id: 'c', resident_id: 'r1' })
    await sync()
    expect((await read().ofResident('visit', 'r1')).map(({ id }) => id)).toEqual(['couple'])
    expect((await read().ofResident('contract', 'r1')).map(({ id }) => id)).toEqual(['c'])
    expect(await read().ofResident('contract', 'r2')).toEqual([])
  })
})

describe('from scratch', () => {
  test.each([
    ['410', new ApiProblem('sync.refused.cursor_gone', 410)],
    ['a cursor it cannot read', new ApiProblem('sync.invalid.cursor', 422)],
  ])('the server cannot go on (%s): everything anew, and what is gone there is gone here at the end', async (_, problem) => {
    fill(3)
    await sync()
    server.buckets.set('team:1', server.buckets.get('team:1')!.filter(({ id }) => id !== 'visit-2'))
    server.page_size = 1
    let refusals = 1
    let pulls = 0
    server.trouble = (what) => {
      if (what !== 'pull') return undefined
      pulls += 1
      return refusals-- > 0 ? problem : pulls === 3 ? offline() : undefined
    }
    await sync()
    expect(await ids()).toEqual(['visit-1', 'visit-2', 'visit-3'])
    await sync()
    expect(await ids()).toEqual(['visit-1', 'visit-3'])
  })

  test('after a restore what the server has forgotten goes, though a push hears of it first', async () => {
    fill(2)
    await sync()
    server.restore('epoch-2')
    server.buckets.clear()
    fill(1)
    await enqueue(db, NURSE, { kind: 'visits.write_note', entity_id: 'visit-1', payload: { note: 'a' } })
    await sync()
    expect(await ids()).toEqual(['visit-1'])
  })

  test('after a restore the old versions count again', async () => {
    fill(2)
    server.write('team:1', 'visit', 'visit-9', { id: 'visit-9' })
    await sync()
    server.restore('epoch-2')
    server.buckets.clear()
    fill(2)
    await sync()
    expect(await ids()).toEqual(['visit-1', 'visit-2'])
  })

  test('two people of one account keep their own place', async () => {
    server.write('resident:1', 'visit', 'hers', { id: 'hers' })
    await synchronize(db, server.transport, 'wife')
    await synchronize(db, server.transport, 'husband')
    server.write('resident:1', 'visit', 'new', { id: 'new' })
    await synchronize(db, server.transport, 'wife')
    await synchronize(db, server.transport, 'husband')
    expect(Object.keys((await readMeta(db, 'cursors'))!)).toEqual(['wife', 'husband'])
    expect(await ids()).toEqual(['hers', 'new'])
  })
})

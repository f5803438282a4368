import { beforeEach, expect, test } from 'vitest'
import { FakeServer } from '../sync/fakeServer'
import { synchronize } from '../sync/synchronize'
import { eraseDatabase, forgetDocuments, openDatabase, type Database } from './database'
import { readDocuments, type Documents } from './documents'
import { keep, recall } from './kept'
import { choosePin } from './pin'
import { renew } from './renew'
import { dropKeys, holdDataKey, Locked } from './vault'

const NAME = 'jiayi:account:1'
const PIN = '735915'
let db: Database
let server: FakeServer

beforeEach(async () => {
  await eraseDatabase(NAME)
  await dropKeys('account', false)
  db = await openDatabase(NAME)
  server = new FakeServer()
  server.write('team:1', 'visit', 'one', { id: 'one', status: 'scheduled' })
  server.write('team:1', 'visit', 'two', { id: 'two', status: 'scheduled' })
  await sync()
})

const sync = () => synchronize(db, server.transport, 'm')
const open = async (docs: Documents): Promise<string[]> => (await docs.withStatus('visit', ['scheduled'])).map(({ id }) => id).sort()
/** What a start shows before it reads a single document; nothing where nothing is kept. */
const shown = async (): Promise<string[] | undefined> => {
  const answers = await recall(db)
  return answers.size ? open(readDocuments(db, new Set(), { answers })) : undefined
}

test('the next start has what the first page was read from', async () => {
  await keep(db, open)
  expect(await shown()).toEqual(['one', 'two'])
})

test('it lies there sealed', async () => {
  await keep(db, open)
  const { data } = (await db.get('meta', 'kept')) as { data: Uint8Array }
  expect(new TextDecoder().decode(data)).not.toContain('scheduled')
})

test.each([
  ['changed', () => server.write('team:1', 'visit', 'one', { id: 'one', status: 'cancelled' })],
  ['taken back', () => server.remove('team:1', 'visit', 'one', 'ended')],
  ['dropped with its bucket', () => void server.buckets.delete('team:1')],
])('what is %s is not shown from there', async (_, happens) => {
  await keep(db, open)
  happens()
  await sync()
  expect(await shown()).toBeUndefined()
})

test('a pull that brings nothing leaves it', async () => {
  await keep(db, open)
  await sync()
  expect(await shown()).toEqual(['one', 'two'])
})

test('what was taken back while it was put together is not kept', async () => {
  await keep(db, async (docs) => {
    await open(docs)
    server.remove('team:1', 'visit', 'one', 'ended')
    await sync()
  })
  expect(await shown()).toBeUndefined()
})

test('behind the lock it does not open', async () => {
  await keep(db, open)
  await choosePin('account', PIN, undefined, 1)
  holdDataKey('account', undefined)
  await expect(recall(db)).rejects.toThrow(Locked)
})

test.each([
  ['a forgotten PIN', () => renew('account', [NAME])],
  ['a sign-out', async () => {
    await forgetDocuments(NAME)
    db = await openDatabase(NAME)
  }],
])('after %s nothing is left of it', async (_, happens) => {
  await keep(db, open)
  await happens()
  expect(await shown()).toBeUndefined()
})

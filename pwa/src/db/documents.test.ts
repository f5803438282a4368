import { beforeEach, expect, test } from 'vitest'
import { registerOverlays } from '../sync/overlay'
import { enqueue } from '../sync/outbox'
import { eraseDatabase, openDatabase, type Database } from './database'
import { readDocuments } from './documents'
import { keepDocuments } from './testing'

interface Visit {
  id: string
  ended_at: string | null
}
const NAME = 'jiayi:account:1'
const MIDNIGHT = '2026-11-23T16:00:00Z'
let db: Database

registerOverlays({
  end: (_, { entity_id: id, payload }) => [{ kind: 'visit', id, body: { id, ended_at: payload } }],
  do: (_, { entity_id: id }) => [{ kind: 'follow_up', id, body: { id, status: 'done', due_on: '2026-11-20' } }],
})

beforeEach(async () => {
  await eraseDatabase(NAME)
  db = await openDatabase(NAME)
})

const put = (kind: string, id: string, ended_at: string | null) => {
  const body = { id, ended_at }
  return keepDocuments(db, [{ bucket: 'team:1', kind, body }])
}
const endedToday = async () => (await readDocuments(db).endedSince<Visit>('visit', MIDNIGHT)).map(({ id }) => id).sort()

test('what has ended since: neither the older nor the open, nor another kind', async () => {
  await put('visit', 'today', '2026-11-24T02:10:00Z')
  await put('visit', 'yesterday', '2026-11-23T02:10:00Z')
  await put('visit', 'open', null)
  await put('phone_call', 'call', '2026-11-24T02:10:00Z')
  expect(await endedToday()).toEqual(['today'])
})

test('what this phone has just ended is among them', async () => {
  await put('visit', 'open', null)
  await enqueue(db, 'm', { kind: 'end', entity_id: 'open', payload: '2026-11-24T03:00:00.000Z' })
  expect(await endedToday()).toEqual(['open'])
})

test('what is due until a day: not what is due later, and not what this phone has just done', async () => {
  const due = (id: string, due_on: string, status = 'due') => {
    const body = { id, status, due_on }
    return keepDocuments(db, [{ bucket: 'team:1', kind: 'follow_up', body }])
  }
  await due('late', '2026-11-20')
  await due('sunday', '2026-11-29')
  await due('monday', '2026-11-30')
  await due('done', '2026-11-20', 'done')
  await due('just done', '2026-11-20')
  await enqueue(db, 'm', { kind: 'do', entity_id: 'just done', payload: {} })
  const read = readDocuments(db)
  expect((await read.dueUntil('follow_up', ['due'], '2026-11-29')).map(({ id }) => id).sort()).toEqual(['late', 'sunday'])
  expect((await read.withStatus('follow_up', ['due'])).map(({ id }) => id).sort()).toEqual(['late', 'monday', 'sunday'])
})

test('some of many: those asked for, with what this phone has just done; the others stay as they are', async () => {
  for (const id of ['one', 'two', 'three']) await put('visit', id, null)
  await enqueue(db, 'm', { kind: 'end', entity_id: 'two', payload: MIDNIGHT })
  const found = await readDocuments(db).some<Visit>('visit', new Set(['one', 'two', 'nobody']))
  expect(found.map(({ id, body }) => [id, body.ended_at]).sort()).toEqual([['one', null], ['two', MIDNIGHT]])
})

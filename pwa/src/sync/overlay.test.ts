import { beforeAll, beforeEach, expect, test } from 'vitest'
import { eraseDatabase, openDatabase, type Database } from '../db/database'
import { readDocuments } from '../db/documents'
import { FakeServer } from './fakeServer'
import { discard, enqueue } from './outbox'
import { loadOverlays, loadOverlaysLater, registerOverlays, type Overlays, type PendingCommand } from './overlay'
import { synchronize } from './synchronize'

type Visit = { id: string; status: string; contract_id?: string; resident_ids?: string[] }
type Contract = { id: string; left: number }
type Rule = { name: string; status: string }
const NURSE = 'membership-nurse'
let db: Database
let server: FakeServer

beforeAll(() => {
  registerOverlays({
    'visits.check_in': (docs, { entity_id }) => {
      const visit = docs.get<Visit>('visit', entity_id)
      return visit?.status === 'scheduled' ? [{ kind: 'visit', id: entity_id, body: { ...visit, status: 'in_progress' } }] : []
    },
    'visits.check_out': (docs, { entity_id }) => {
      const visit = docs.get<Visit>('visit', entity_id)
      const contract = visit?.contract_id && docs.get<Contract>('contract', visit.contract_id)
      if (!visit || visit.status !== 'in_progress') return []
      return [
        { kind: 'visit', id: entity_id, body: { ...visit, status: 'completed' } },
        ...(contract ? [{ kind: 'contract', id: contract.id, body: { ...contract, left: contract.left - 1 } }] : []),
      ]
    },
    'visits.start_unplanned': (_, { entity_id, payload }: PendingCommand<{ resident_ids: string[] }>) => [
      { kind: 'visit', id: entity_id, body: { id: entity_id, status: 'in_progress', resident_ids: payload.resident_ids } },
    ],
    'visits.cancel': (_, { entity_id }) => [{ kind: 'visit', id: entity_id, body: null }],
    // Looks a document up by its name instead of its id.
    'visits.follow_rule': (docs, { entity_id }) => {
      const rule = docs.all<Rule>('rule').find(({ name }) => name === 'next')
      return [{ kind: 'visit', id: entity_id, body: { id: entity_id, status: rule?.status ?? 'unknown' } }]
    },
    'rules.change': (_, { entity_id, payload }: PendingCommand<Rule>) => [{ kind: 'rule', id: entity_id, body: payload }],
  })
})

beforeEach(async () => {
  await eraseDatabase('test')
  db = await openDatabase('test')
  server = new FakeServer()
  server.write('team:1', 'visit', 'v', { id: 'v', status: 'scheduled', contract_id: 'c' })
  server.write('team:1', 'contract', 'c', { id: 'c', left: 3 })
  await synchronize(db, server.transport, NURSE)
})

const status = async (id = 'v') => (await readDocuments(db).get<Visit>('visit', id))?.body.status
const act = (kind: string, entity_id = 'v', payload: object = {}) => enqueue(db, NURSE, { kind, entity_id, payload })
const sync = () => synchronize(db, server.transport, NURSE)

test('a check-in without signal shows at once, marked as this phone’s own word', async () => {
  await act('visits.check_in')
  const view = await readDocuments(db).get<Visit>('visit', 'v')
  expect(view?.body.status).toBe('in_progress')
  expect(view?.pending).toMatchObject([{ kind: 'visits.check_in', state: 'waiting' }])
})

test('one command after the other, each on what the one before left, over several documents', async () => {
  await act('visits.check_in')
  await act('visits.check_out')
  expect(await status()).toBe('completed')
  expect((await readDocuments(db).get<Contract>('contract', 'c'))?.body.left).toBe(2)
  expect((await readDocuments(db).all<Contract>('contract')).map(({ body }) => body.left)).toEqual([2])
})

test('a visit begun unplanned is in the list, and with its person', async () => {
  await act('visits.start_unplanned', 'new', { resident_ids: ['r1'] })
  expect((await readDocuments(db).all('visit')).map(({ id }) => id)).toEqual(['v', 'new'])
  expect((await readDocuments(db).ofResident('visit', 'r1')).map(({ id }) => id)).toEqual(['new'])
  expect(await readDocuments(db).ofResident('visit', 'r2')).toEqual([])
})

test('what is cancelled leaves the list', async () => {
  await act('visits.cancel')
  expect(await readDocuments(db).all('visit')).toEqual([])
  expect(await status()).toBeUndefined()
})

test('applied, but not yet back from the server: it does not flicker', async () => {
  await act('visits.check_in')
  let seen: Promise<string | undefined> | undefined
  server.effect = () => server.write('team:1', 'visit', 'v', { id: 'v', status: 'in_progress' })
  server.trouble = (what) => {
    if (what === 'pull') seen ??= status()
    return undefined
  }
  await sync()
  expect(server.done).toHaveLength(1)
  expect(await seen).toBe('in_progress')
  const view = await readDocuments(db).get<Visit>('visit', 'v')
  expect(view).toMatchObject({ body: { status: 'in_progress' }, pending: [] })
})

test('what the server made of it counts, once it is back', async () => {
  await act('visits.check_in')
  server.effect = () => server.write('team:1', 'visit', 'v', { id: 'v', status: 'cancelled' })
  await sync()
  expect(await status()).toBe('cancelled')
})

test('once it is back, later changes of others show, whatever this phone once said', async () => {
  await act('visits.cancel')
  server.effect = () => server.remove('team:1', 'visit', 'v')
  await sync()
  server.write('team:1', 'visit', 'v', { id: 'v', status: 'requested' })
  await sync()
  expect(await status()).toBe('requested')
})

test('refused: it no longer shows as done, and asks for the person', async () => {
  server.judge = () => ({ outcome: 'refused', code: 'visits.refused.wrong_status' })
  await act('visits.check_in')
  await sync()
  expect(await status()).toBe('scheduled')
  expect(await readDocuments(db).outbox()).toMatchObject([{ state: 'refused' }])
})

test('held: the work goes on at the door, until the person has seen the note', async () => {
  server.judge = () => ({ outcome: 'held', code: 'sync.held.reassigned' })
  const id = await act('visits.check_in')
  await sync()
  expect(await status()).toBe('in_progress')
  await act('visits.check_out')
  expect(await status()).toBe('completed')
  await sync()
  await discard(db, id)
  expect(await status()).toBe('scheduled')
})

test('an effect may look documents up by something else than their id, with what was laid over them before', async () => {
  server.write('county', 'rule', 'r1', { name: 'other', status: 'wrong' })
  server.write('county', 'rule', 'r2', { name: 'next', status: 'scheduled' })
  await sync()
  await act('visits.follow_rule')
  expect(await status()).toBe('scheduled')
  await act('rules.change', 'r2', { name: 'next', status: 'en_route' })
  await act('visits.follow_rule', 'w')
  expect(await status('w')).toBe('en_route')
})

test('by status: what the phone itself has changed comes and goes with it', async () => {
  server.write('team:1', 'visit', 'w', { id: 'w', status: 'completed' })
  await sync()
  const open = async () => (await readDocuments(db).withStatus<Visit>('visit', ['scheduled', 'in_progress'])).map(({ id, body }) => [id, body.status])
  expect(await open()).toEqual([['v', 'scheduled']])
  await act('visits.check_in')
  await act('visits.start_unplanned', 'new', { resident_ids: ['r1'] })
  expect(await open()).toEqual([['v', 'in_progress'], ['new', 'in_progress']])
  await act('visits.check_out')
  expect(await open()).toEqual([['new', 'in_progress']])
})

test('a command for something that is not on this phone does no harm', async () => {
  await act('visits.check_in', 'unknown')
  await act('unknown.kind', 'v')
  expect(await status('unknown')).toBeUndefined()
  expect(await status()).toBe('scheduled')
})

test('a table that is still on the way is waited for; one that does not come keeps nobody from reading', async () => {
  let bring: (table: Overlays) => void = () => undefined
  loadOverlays([new Promise<Overlays>((resolve) => (bring = resolve)), Promise.reject(new TypeError('Failed to fetch'))])
  await act('visits.late')
  let seen: string | undefined = 'not yet'
  const reading = status().then((value) => (seen = value))
  for (let n = 0; n < 20; n += 1) await readDocuments(db).outbox()
  expect(seen).toBe('not yet')
  bring({ 'visits.late': (_, { entity_id }) => [{ kind: 'visit', id: entity_id, body: { status: 'late' } }] })
  expect(await reading).toBe('late')
})

test('tables that nobody has asked for yet are fetched when there is a command to lay over something', async () => {
  let count = 0
  loadOverlaysLater(() => {
    count += 1
    return [Promise.resolve<Overlays>({ 'visits.asked': (_, { entity_id }) => [{ kind: 'visit', id: entity_id, body: { status: 'asked' } }] })]
  })
  expect(await status()).toBe('scheduled')
  expect(count).toBe(0)
  await act('visits.asked')
  expect(await status()).toBe('asked')
  expect(count).toBe(1)
})

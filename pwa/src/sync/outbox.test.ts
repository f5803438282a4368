import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiProblem, offline } from '../api/problem'
import { eraseDatabase, openDatabase, type Database } from '../db/database'
import { FakeServer } from './fakeServer'
import { amend, correct, discard, enqueue, readOutbox, readUnsettled, withdraw } from './outbox'
import { flush, KEPT_MS } from './push'
import { isLeft, synchronize } from './synchronize'

const NURSE = 'membership-nurse'
let db: Database
let server: FakeServer

beforeEach(async () => {
  await eraseDatabase('test')
  db = await openDatabase('test')
  server = new FakeServer()
  vi.useRealTimers()
})

const write = (name: string, more: object = {}): Promise<string> =>
  enqueue(db, NURSE, { kind: 'visits.write_note', entity_id: 'visit-1', payload: { note: name }, ...more })
const notes = (): unknown[] => server.done.map(({ payload }) => (payload as { note: string }).note)
const states = async (): Promise<string[]> => (await readOutbox(db)).map(({ state }) => state)
const sync = () => synchronize(db, server.transport, NURSE)

describe('every command is done once', () => {
  test('a lost reply: sent again under the same id', async () => {
    const id = await write('a')
    server.replies_to_lose = 1
    expect((await sync()).problem?.status).toBe(0)
    expect(await states()).toEqual(['waiting'])
    await sync()
    expect(server.batches.map(({ ids }) => ids)).toEqual([[id], [id]])
    expect(notes()).toEqual(['a'])
    expect(await readOutbox(db)).toEqual([])
  })

  test('the page dies while sending: the next one sends the same again', async () => {
    const id = await write('a')
    const dead = flush(db, { ...server.transport, push: () => new Promise(() => undefined) })
    await vi.waitFor(async () => expect(await states()).toEqual(['sending']))
    await flush(db, server.transport)
    expect(server.done.map((command) => command.id)).toEqual([id])
    void dead
  })

  test('two tabs and the worker at the same time: one of them sends', async () => {
    for (let n = 0; n < 60; n += 1) await write(`note ${n}`)
    await Promise.all([sync(), sync(), sync()])
    const sent = server.batches.flatMap(({ ids }) => ids)
    expect(sent).toHaveLength(60)
    expect(new Set(sent).size).toBe(60)
  })

  test('another tab begins while the first is still sending: it waits for the outcome', async () => {
    await write('a')
    let other: Promise<unknown> | undefined
    server.meanwhile = async () => {
      other ??= sync()
      // Long enough for the other to have sent, if nothing held it back.
      for (let n = 0; n < 20; n += 1) await readOutbox(db)
    }
    await sync()
    await other
    expect(server.batches).toHaveLength(1)
  })

  test('a result that the answer forgets: sent again', async () => {
    await write('a')
    await flush(db, { ...server.transport, push: async (...args) => ({ ...(await server.transport.push(...args)), results: [] }) })
    expect(await states()).toEqual(['waiting'])
    await sync()
    expect(notes()).toEqual(['a'])
  })

  test('results in another order: each goes to its own command', async () => {
    await write('good')
    await write('bad')
    server.judge = ({ payload }) => ((payload as { note: string }).note === 'bad' ? { outcome: 'refused', code: 'visits.refused.wrong_status' } : { outcome: 'applied' })
    await flush(db, {
      ...server.transport,
      push: async (...args) => {
        const answer = await server.transport.push(...args)
        return { ...answer, results: [...answer.results].reverse() }
      },
    })
    expect(await readOutbox(db)).toMatchObject([{ payload: { note: 'bad' }, state: 'refused', code: 'visits.refused.wrong_status' }])
  })
})

describe('order', () => {
  test('as written', async () => {
    for (const name of ['a', 'b', 'c']) await write(name)
    await sync()
    expect(notes()).toEqual(['a', 'b', 'c'])
  })

  test('what a command depends on may go in the same batch, before it', async () => {
    const first = await write('in')
    await write('out', { depends_on: [first] })
    await sync()
    expect(notes()).toEqual(['in', 'out'])
    expect(server.batches).toHaveLength(1)
  })

  test('what depends on a refused command waits until that is put right, and only that asks for the person', async () => {
    server.judge = ({ payload }) => ((payload as { note: string }).note === 'in' ? { outcome: 'refused', code: 'x.refused.y' } : { outcome: 'applied' })
    const refused = await write('in')
    const child = await write('measured', { depends_on: [refused] })
    await write('out', { depends_on: [refused, child] })
    await sync()
    await sync()
    expect(await states()).toEqual(['refused', 'waiting', 'waiting'])
    expect(server.batches).toHaveLength(1)

    const corrected = await correct(db, refused, { note: 'in, put right' })
    await sync()
    expect(server.batches).toHaveLength(2)
    expect(notes()).toEqual(['in, put right', 'measured', 'out'])
    expect(server.done[0]).toMatchObject({ id: corrected, replaces: refused })
    expect(new Set(server.done[2]!.depends_on)).toEqual(new Set([corrected, server.done[1]!.id]))
    expect(await readOutbox(db)).toEqual([])
  })

  test('the server does not know yet what it depends on: it stays and goes again', async () => {
    server.judge = () => ({ outcome: 'waiting' })
    await write('a')
    await sync()
    expect(await states()).toEqual(['waiting'])
    server.judge = () => ({ outcome: 'applied' })
    await sync()
    expect(notes()).toEqual(['a'])
  })

  test('what depends on held work goes to the server, which holds it too', async () => {
    server.judge = () => ({ outcome: 'held', code: 'sync.held.reassigned' })
    const first = await write('in')
    await write('out', { depends_on: [first] })
    await sync()
    expect(await states()).toEqual(['held', 'held'])
  })
})

describe('batches', () => {
  test('at most fifty commands', async () => {
    for (let n = 0; n < 120; n += 1) await write(`note ${n}`)
    await sync()
    expect(server.batches.map(({ ids }) => ids.length)).toEqual([50, 50, 20])
  })

  test('at most 512 kB, however long the texts', async () => {
    for (let n = 0; n < 40; n += 1) await write('好'.repeat(7000))
    await sync()
    expect(server.done).toHaveLength(40)
    expect(Math.max(...server.batches.map(({ bytes }) => bytes))).toBeLessThanOrEqual(512 * 1024)
  })

  test('one that the server cannot read is found, and does not keep back the others', async () => {
    for (let n = 0; n < 7; n += 1) await write(`note ${n}`)
    server.trouble = undefined
    const push = server.transport.push
    const picky = { ...server.transport, push: (membership_id: string, json: string) => (json.includes('note 4') ? Promise.reject(new ApiProblem('core.invalid.fields', 422)) : push(membership_id, json)) }
    await flush(db, picky)
    expect(notes()).toEqual([0, 1, 2, 3, 5, 6].map((n) => `note ${n}`))
    expect(await readOutbox(db)).toMatchObject([{ payload: { note: 'note 4' }, state: 'refused', code: 'core.invalid.fields' }])
  })

  test('each under the token of its own membership', async () => {
    await write('hers')
    await enqueue(db, 'membership-husband', { kind: 'visits.request', entity_id: 'v', payload: { note: 'his' } })
    await write('hers too')
    await sync()
    expect(server.batches.map(({ membership_id, ids }) => [membership_id, ids.length])).toEqual([[NURSE, 2], ['membership-husband', 1]])
  })

  test('a membership that may no longer hand in keeps its work and does not stop the other', async () => {
    await write('kept')
    await enqueue(db, 'membership-husband', { kind: 'visits.request', entity_id: 'v', payload: { note: 'his' } })
    server.trouble = (what, membership_id) => (what === 'push' && membership_id === NURSE ? new ApiProblem('identity.refused.session_ended', 401) : undefined)
    expect((await flush(db, server.transport)).problem?.code).toBe('identity.refused.session_ended')
    expect(notes()).toEqual(['his'])
    expect(await readOutbox(db)).toMatchObject([{ payload: { note: 'kept' }, state: 'waiting' }])
  })
})

describe('changing one’s mind', () => {
  test('before it has left: in place', async () => {
    const id = await write('first')
    expect(await amend(db, id, { note: 'better' })).toBe(id)
    await sync()
    expect(notes()).toEqual(['better'])
  })

  test('while it is on its way: the first stands as sent, a second replaces it', async () => {
    const id = await write('first')
    let second = ''
    server.meanwhile = async () => {
      server.meanwhile = () => Promise.resolve()
      second = await amend(db, id, { note: 'better' })
    }
    await sync()
    expect(server.done).toMatchObject([{ id, payload: { note: 'first' } }, { id: second, replaces: id, payload: { note: 'better' } }])
  })

  test('after a lost reply: the first may have arrived, so it is not touched', async () => {
    const id = await write('first')
    server.replies_to_lose = 1
    await sync()
    const second = await amend(db, id, { note: 'better' })
    await sync()
    expect(server.done).toMatchObject([{ id, payload: { note: 'first' } }, { id: second, replaces: id }])
  })

  test('after it was applied', async () => {
    const id = await write('first')
    await sync()
    const second = await amend(db, id, { note: 'better' })
    await sync()
    expect(server.done).toMatchObject([{ id }, { id: second, replaces: id, payload: { note: 'better' } }])
  })

  test('undo within its time: it never leaves', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const id = await write('oops', { hold_ms: 10_000 })
    expect((await sync()).retry_after_ms).toBe(10_000)
    expect(server.batches).toEqual([])
    expect(await withdraw(db, id)).toBe(true)
    vi.setSystemTime(Date.now() + 10_000)
    await sync()
    expect(server.batches).toEqual([])
  })

  test('the worker is to come again for what still waits, and only for that', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await write('at once')
    await write('in a moment', { hold_ms: 10_000 })
    expect(isLeft(await flush(db, server.transport))).toBe(true)
    vi.setSystemTime(Date.now() + 10_000)
    expect(isLeft(await flush(db, server.transport))).toBe(false)
    expect(notes()).toEqual(['at once', 'in a moment'])
  })

  test('undo: what was done on top of it goes all the same, and is answered', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const begun = await write('begun', { hold_ms: 10_000 })
    await write('on top of it', { depends_on: [begun] })
    expect(await withdraw(db, begun)).toBe(true)
    await sync()
    expect(notes()).toEqual(['on top of it'])
    expect(await states()).toEqual([])
  })

  test('undo too late: it has gone', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const id = await write('so be it', { hold_ms: 10_000 })
    vi.setSystemTime(Date.now() + 10_000)
    await sync()
    expect(notes()).toEqual(['so be it'])
    expect(await withdraw(db, id)).toBe(false)
  })
})

describe('what asks for the person', () => {
  test('refused work stays, with its reason, whatever else is synchronized', async () => {
    server.judge = () => ({ outcome: 'refused', code: 'visits.refused.slot_taken', detail: { at: '9' } })
    await write('a')
    for (let n = 0; n < 3; n += 1) await sync()
    expect(await readOutbox(db)).toMatchObject([{ state: 'refused', code: 'visits.refused.slot_taken', detail: { at: '9' } }])
    expect(server.batches).toHaveLength(1)
  })

  test('two taps on one answer: it counts once', async () => {
    server.judge = ({ replaces }) => ({ outcome: replaces ? 'applied' : 'refused' })
    const refused = await write('a')
    await sync()
    const taps = await Promise.allSettled([correct(db, refused, { note: 'b' }), correct(db, refused, { note: 'b' })])
    expect(taps.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    await sync()
    expect(notes()).toEqual(['b'])
  })

  test('letting refused work go frees what waited for it', async () => {
    server.judge = ({ payload }) => ((payload as { note: string }).note === 'in' ? { outcome: 'refused' } : { outcome: 'applied' })
    const refused = await write('in')
    await write('out', { depends_on: [refused] })
    await sync()
    await discard(db, refused)
    await sync()
    expect(server.done.map(({ kind, entity_id, payload }) => (kind === 'sync.discard' ? entity_id : payload))).toEqual([{ note: 'out' }, refused])
    expect(await readOutbox(db)).toEqual([])
  })

  test.each(['visits.assign', 'contracts.sign'])('%s done anew on its own page takes the place of the refused one', async (kind) => {
    server.judge = ({ replaces }) => (replaces ? { outcome: 'applied' } : { outcome: 'refused', code: 'visits.refused.clinician_busy' })
    const said = { kind, entity_id: 'v', payload: { is_late: false } }
    const refused = await enqueue(db, NURSE, said)
    await write('after', { depends_on: [refused] })
    await sync()
    const other = await enqueue(db, NURSE, { ...said, entity_id: 'other' })
    const anew = await enqueue(db, NURSE, { ...said, payload: { is_late: true }, base_version: 4 })
    expect(await readOutbox(db)).toMatchObject([{ id: anew, replaces: refused, base_version: 4 }, { kind: 'visits.write_note', depends_on: [anew] }, { id: other }])
    expect((await readOutbox(db))[2]?.replaces).toBeUndefined()
  })

  test('done anew on top of what waited for the refused one, it does not wait for itself', async () => {
    const assign = (more: object = {}) => enqueue(db, NURSE, { kind: 'visits.assign', entity_id: 'v', payload: {}, ...more })
    server.judge = () => ({ outcome: 'refused' })
    const refused = await assign()
    await sync()
    const child = await write('child', { depends_on: [refused] })
    const grandchild = await write('grandchild', { depends_on: [child] })
    server.judge = () => ({ outcome: 'applied' })
    const anew = await assign({ depends_on: [refused, grandchild] })
    await sync()
    expect(server.done.map(({ id }) => id)).toEqual([anew, child, grandchild])
    expect(await readOutbox(db)).toEqual([])
  })

  test('taken back before it went, it lets go of the refused one as well', async () => {
    server.judge = ({ kind }) => (kind === 'visits.assign' ? { outcome: 'refused' } : { outcome: 'applied' })
    const refused = await enqueue(db, NURSE, { kind: 'visits.assign', entity_id: 'v', payload: {} })
    await sync()
    expect(await withdraw(db, await enqueue(db, NURSE, { kind: 'visits.assign', entity_id: 'v', payload: {} }))).toBe(true)
    await sync()
    expect(server.done).toMatchObject([{ kind: 'sync.discard', entity_id: refused }])
  })

  test('work that still waits cannot be let go by mistake', async () => {
    await expect(discard(db, await write('a'))).rejects.toThrow()
    expect(await states()).toEqual(['waiting'])
  })

  test('held work stays until the leader has decided', async () => {
    server.judge = () => ({ outcome: 'held', code: 'sync.held.reassigned' })
    const id = await write('a')
    await sync()
    expect(await states()).toEqual(['held'])
    server.write('account:1', 'command', id, { id, outcome: 'held', decided_at: null })
    await sync()
    expect(await states()).toEqual(['held'])
    server.write('account:1', 'command', id, { id, outcome: 'held', decided_at: '2026-11-25T01:00:00Z', decision: 'filed' })
    await sync()
    expect(await readOutbox(db)).toEqual([])
  })
})

describe('trouble on the way', () => {
  test('the server asks for time: not before that', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    server.judge = () => ({ outcome: 'retry', retry_after_ms: 3000 })
    await write('a')
    expect((await sync()).retry_after_ms).toBe(3000)
    server.judge = () => ({ outcome: 'applied' })
    await sync()
    expect(notes()).toEqual([])
    vi.setSystemTime(Date.now() + 3000)
    await sync()
    expect(notes()).toEqual(['a'])
  })

  test('no signal: everything stays, and the report says why', async () => {
    server.trouble = () => offline()
    await write('a')
    expect((await sync()).problem?.code).toBe('app.problem.offline')
    expect(await states()).toEqual(['waiting'])
  })

  test('too much at once: the server gets less', async () => {
    for (let n = 0; n < 8; n += 1) await write(`note ${n}`)
    const small = { ...server.transport, push: (membership_id: string, json: string) => ((JSON.parse(json) as []).length > 3 ? Promise.reject(new ApiProblem('core.too_large', 413)) : server.transport.push(membership_id, json)) }
    await flush(db, small)
    expect(server.done).toHaveLength(8)
  })
})

describe('the server was restored from a backup', () => {
  test('what it applied since is sent again, under the old ids, before anything newer', async () => {
    const ids = [await write('a'), await write('b')]
    await sync()
    server.restore('epoch-2')
    const newer = await write('c')
    await sync()
    await sync()
    expect(server.done.map(({ id }) => id).sort()).toEqual([...ids, newer].sort())
    expect(server.done.filter(({ id }) => id !== newer).map(({ id }) => id)).toEqual(ids)
    const before = server.batches.length
    await sync()
    expect(server.batches).toHaveLength(before)
  })

  test('a pull alone tells it too', async () => {
    const id = await write('a')
    await sync()
    server.restore('epoch-2')
    await sync()
    await sync()
    expect(server.done.map((command) => command.id)).toEqual([id])
  })

  test('held work goes again, refused work stays with the person', async () => {
    server.judge = ({ payload }) => ((payload as { note: string }).note === 'held' ? { outcome: 'held' } : { outcome: 'refused' })
    const held = await write('held')
    await write('refused')
    await sync()
    server.restore('epoch-2')
    server.judge = () => ({ outcome: 'applied' })
    await sync()
    await sync()
    expect(server.done.map(({ id }) => id)).toEqual([held])
    expect(await states()).toEqual(['refused'])
  })

  test('held work that the leader has decided on, or the person has seen, goes again too', async () => {
    server.judge = () => ({ outcome: 'held' })
    const [decided, seen] = [await write('decided'), await write('seen')]
    await sync()
    await discard(db, seen)
    server.write('account:a', 'command', decided, { id: decided, decided_at: server.time })
    await sync()
    expect(await readOutbox(db)).toEqual([])
    server.restore('epoch-2')
    server.buckets.clear()
    server.judge = () => ({ outcome: 'applied' })
    await sync()
    await sync()
    expect(server.done.map(({ id }) => id)).toEqual([decided, seen])
  })

  test('nothing older than fourteen days', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await write('old')
    await sync()
    vi.setSystemTime(Date.now() + KEPT_MS + 1000)
    const recent = await write('recent')
    await sync()
    server.restore('epoch-2')
    await sync()
    await sync()
    expect(server.done.map(({ id }) => id)).toEqual([recent])
  })
})

describe('the wall clock is set back', () => {
  const setBack = (days: number): void => void vi.setSystemTime(Date.now() - days * 86_400_000)
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))

  test('what was done before no longer lies over the documents once it has come back', async () => {
    await write('a')
    await flush(db, server.transport)
    setBack(3)
    await sync()
    expect(await readUnsettled(db)).toEqual([])
  })

  test('what was to wait for seconds does not wait for days', async () => {
    await write('a', { hold_ms: 20_000 })
    setBack(3)
    await sync()
    expect(notes()).toEqual(['a'])
  })
})

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { databaseName, openDatabase } from '../db/database'
import { deviceId } from '../db/device'
import { enqueue, readOutbox } from '../sync/outbox'
import { synchronize } from '../sync/synchronize'
import { httpTransport } from '../sync/transport'
import { authorized } from './authorized'
import { FakeIdentity, json, problem } from './fakeIdentity'
import { ORIGIN } from './http'
import { eraseDevice, signIn, signOut } from './account'
import { chooseMembership, currentDatabase, loadSession, session } from './session'

const NURSE = { id: 'm-nurse', county_id: 1, role: 'clinician', subject_id: 'c1', name: '蒲晓燕' } as const
const WIFE = { id: 'm-wife', county_id: 1, role: 'resident', subject_id: 'r1', name: '杜秀英' } as const
const HUSBAND = { id: 'm-husband', county_id: 1, role: 'resident', subject_id: 'r2', name: '丁大川' } as const
let server: FakeIdentity

beforeEach(async () => {
  await eraseDevice()
  server = new FakeIdentity()
  server.accounts = { nurse: [NURSE], couple: [WIFE, HUSBAND] }
  server.install()
})
afterEach(() => void vi.unstubAllGlobals())

const come = (phone: string) => signIn({ phone, realm: 'staff', code: '123456' })
const ask = (path = '/api/v1/visits', init?: RequestInit) =>
  authorized(new Request(new URL(path, ORIGIN), init), { account_id: session()!.account.id, membership_id: session()!.membership!.id })
const count = (path: string) => server.calls.filter((each) => each === path).length

describe('signing in', () => {
  test('somebody who is one thing is that at once', async () => {
    await come('nurse')
    expect(session()).toMatchObject({ account: { id: 'nurse', realm: 'staff', is_expired: false }, membership: NURSE })
    expect((await currentDatabase())?.name).toBe(databaseName('nurse', 1))
  })

  test('a couple on one phone is asked who it is', async () => {
    await come('couple')
    expect(session()?.membership).toBeNull()
    expect(await currentDatabase()).toBeUndefined()
    await chooseMembership('m-husband')
    expect(session()?.membership).toEqual(HUSBAND)
    server.answer = (_, membership_id) => json({ as: membership_id })
    expect(await (await ask()).json()).toEqual({ as: 'm-husband' })
  })

  test('it is still so after the app was closed', async () => {
    await come('nurse')
    expect(await loadSession()).toMatchObject({ membership: NURSE })
  })

  test('a wrong code says so', async () => {
    await expect(come('stranger')).rejects.toMatchObject({ code: 'identity.refused.wrong_code', status: 401 })
    expect(session()).toBeNull()
  })
})

describe('tokens', () => {
  test('a good token is used as long as it lasts', async () => {
    await come('nurse')
    await Promise.all([ask(), ask()])
    expect(count('/api/v1/auth/refresh')).toBe(0)
  })

  test('one that is about to end is renewed before the call, once for everybody', async () => {
    server.expires_in = 20
    await come('nurse')
    server.expires_in = 900
    await Promise.all([ask(), ask(), ask()])
    expect(count('/api/v1/auth/refresh')).toBe(1)
    expect(count('/api/v1/visits')).toBe(3)
  })

  test('one that the server turns down is renewed, and the call sent again whole', async () => {
    await come('nurse')
    server.good.clear()
    server.answer = async (request) => json(await request.json())
    const answers = await Promise.all(['a', 'b'].map((note) => ask('/api/v1/visits', { method: 'POST', body: JSON.stringify({ note }) })))
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([{ note: 'a' }, { note: 'b' }])
    expect(count('/api/v1/auth/refresh')).toBe(1)
  })

  test('the sign-in has ended: it says so, and what is on the phone stays', async () => {
    await come('nurse')
    const db = (await currentDatabase())!
    await enqueue(db, NURSE.id, { kind: 'visits.depart', entity_id: 'v', payload: {} })
    server.good.clear()
    server.cookie = undefined
    await expect(ask()).rejects.toMatchObject({ code: 'identity.refused.session_ended', status: 401 })
    expect(session()).toMatchObject({ account: { is_expired: true }, membership: NURSE })
    expect(await readOutbox(db)).toHaveLength(1)
    await come('nurse')
    expect(session()?.account.is_expired).toBe(false)
  })

  test('no signal while renewing is no end of the sign-in', async () => {
    await come('nurse')
    server.good.clear()
    server.is_offline = true
    await expect(ask()).rejects.toMatchObject({ code: 'app.problem.offline', status: 0 })
    expect(session()?.account.is_expired).toBe(false)
  })

  test('a cookie that is meanwhile somebody else’s gives nothing to this account', async () => {
    await come('nurse')
    server.good.clear()
    server.cookie = 'couple'
    await expect(ask()).rejects.toMatchObject({ code: 'identity.refused.session_ended' })
  })

  test('a membership that has ended is not answered with another’s token', async () => {
    await come('couple')
    await chooseMembership('m-husband')
    server.accounts.couple = [WIFE]
    server.good.clear()
    await expect(ask()).rejects.toMatchObject({ code: 'identity.refused.no_membership' })
    expect(session()?.membership).toBeNull()
  })
})

describe('answers that are not answers', () => {
  beforeEach(() => come('nurse'))

  test('a problem with its code, values and time to wait', async () => {
    server.answer = () => json({ code: 'core.too_many', detail: { retry_after: 7 }, status: 429 }, { status: 429, headers: { 'Retry-After': '7' } })
    await expect(ask()).rejects.toMatchObject({ code: 'core.too_many', status: 429, detail: { retry_after: 7 }, retry_after_ms: 7000, is_passing: true })
  })

  test('some proxy’s page', async () => {
    server.answer = () => new Response('<html>Bad gateway</html>', { status: 502 })
    await expect(ask()).rejects.toMatchObject({ code: 'app.problem.unknown', status: 502, is_passing: true })
  })

  test('a reply that is cut short is no reply: nothing is stored, and it is asked again', async () => {
    const db = (await currentDatabase())!
    const document = { bucket: 'team:1', kind: 'visit', id: 'v', version: 1, body: { id: 'v' } }
    const whole = JSON.stringify({ cursor: 'c', more: false, epoch: 'e', server_time: '2026-11-24T01:00:00Z', documents: [document], removed: [], dropped: [] })
    server.answer = () => new Response(whole.slice(0, whole.length / 2))
    const sync = () => synchronize(db, httpTransport(session()!.account, 1), NURSE.id)
    expect((await sync()).problem?.code).toBe('app.problem.offline')
    expect(await db.count('documents')).toBe(0)
    server.answer = () => new Response(whole)
    expect((await sync()).problem).toBeUndefined()
    expect(await db.count('documents')).toBe(1)
  })
})

describe('what is sent', () => {
  test('commands in the envelope of the wire, with this phone’s id', async () => {
    await come('nurse')
    const db = (await currentDatabase())!
    const id = await enqueue(db, NURSE.id, { kind: 'visits.depart', entity_id: 'v', payload: { a: 1 }, base_version: 3 })
    let sent: unknown
    server.answer = async (request) => {
      if (!request.url.endsWith('/sync/push')) return problem(503, 'core.busy')
      sent = await request.json()
      return json({ epoch: 'e', server_time: '2026-11-24T01:00:00Z', results: [{ id, outcome: 'applied' }] })
    }
    await synchronize(db, httpTransport(session()!.account, 1), NURSE.id)
    expect(sent).toEqual({
      device_id: await deviceId(),
      commands: [{
        id, kind: 'visits.depart', entity_id: 'v', base_version: 3, payload: { a: 1 },
        clock: expect.objectContaining({ wall: expect.stringMatching(/Z$/), monotonic_ms: expect.any(Number), boot: expect.any(String) }),
      }],
    })
  })

  test('work of a membership that has ended goes under another of the same person', async () => {
    await come('couple')
    const db = await openDatabase(databaseName('couple', 1))
    await enqueue(db, 'm-ended', { kind: 'visits.request', entity_id: 'v', payload: {} })
    let as = ''
    server.answer = (request, membership_id) => {
      as = request.url.endsWith('/sync/push') ? membership_id : as
      return problem(503, 'core.busy')
    }
    await synchronize(db, httpTransport(session()!.account, 1), WIFE.id)
    expect(as).toBe(WIFE.id)
  })
})

describe('signing out', () => {
  test('documents go; work that waits stays for the next sign-in', async () => {
    await come('nurse')
    const db = (await currentDatabase())!
    await db.put('documents', { bucket: 'team:1', kind: 'resident', id: 'r', version: 1, generation: 0, resident_ids: [], body: { name: '丁大川' } })
    await enqueue(db, NURSE.id, { kind: 'visits.depart', entity_id: 'v', payload: {} })
    await signOut()
    expect(session()).toBeNull()
    const kept = await openDatabase(databaseName('nurse', 1))
    expect(await kept.count('documents')).toBe(0)
    expect(await readOutbox(kept)).toHaveLength(1)
    await come('nurse')
    expect(await readOutbox((await currentDatabase())!)).toHaveLength(1)
  })

  test('with nothing waiting, nothing is left', async () => {
    await come('nurse')
    await currentDatabase()
    await signOut()
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['jiayi'])
  })

  test('without signal too', async () => {
    await come('nurse')
    server.is_offline = true
    await signOut()
    expect(session()).toBeNull()
  })

  test('a phone that was reported lost erases everything at its next contact, work included', async () => {
    await come('nurse')
    const db = (await currentDatabase())!
    await enqueue(db, NURSE.id, { kind: 'visits.depart', entity_id: 'v', payload: {} })
    vi.stubGlobal('fetch', () => Promise.resolve(problem(401, 'identity.refused.device_revoked')))
    await expect(ask()).rejects.toMatchObject({ status: 401 })
    expect(session()).toBeNull()
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['jiayi'])
  })
})

// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { deviceId, readSetting } from '../db/device'
import { noteWaiting, recallWaiting } from '../sync/waited'
import { countWaiting } from '../sync/waiting'
import { enqueue } from '../sync/outbox'
import { eraseDevice, signIn } from './account'
import { FakeIdentity, json, problem } from './fakeIdentity'
import { changed, currentDatabase, session } from './session'
import { lookForWiped } from './wiped'

const NURSE = { id: 'm-nurse', county_id: 1, role: 'clinician', subject_id: 'c1', name: '蒲晓燕' } as const
const ELSEWHERE = { ...NURSE, id: 'm-elsewhere', county_id: 2 }
const WIFE = { id: 'm-wife', county_id: 1, role: 'resident', subject_id: 'r1', name: '杜秀英' } as const
const HUSBAND = { id: 'm-husband', county_id: 1, role: 'resident', subject_id: 'r2', name: '丁大川' } as const
const LAST = { kind: 'visits.check_out', entity_id: 'v', outcome: 'applied', occurred_at: '2026-11-22T02:00:00Z', received_at: '2026-11-22T02:00:01Z' }
let server: FakeIdentity
let told: { as: string; body: unknown }[]

beforeEach(async () => {
  await eraseDevice()
  document.cookie.split('; ').forEach((one) => { document.cookie = `${one.split('=')[0]}=; path=/; max-age=0` })
  told = []
  server = new FakeIdentity()
  server.accounts = { nurse: [NURSE], couple: [WIFE, HUSBAND], travelling: [NURSE, ELSEWHERE] }
  server.is_demo = true
  server.answer = async (request, as) => {
    const body = await request.json() as { waiting_count?: number }
    told.push({ as, body })
    return json({ last_pull_at: null, last_push_at: null, lost_count: body.waiting_count ?? null, last_received: [LAST] })
  }
  server.install()
})

const come = (phone: string, realm: 'staff' | 'family' = 'staff') => signIn({ phone, realm, code: '123456' })

/** What the browser does: everything but the cookies. */
async function clear(): Promise<string> {
  const before = await deviceId()
  await eraseDevice()
  await changed()
  return before
}

test('it is the same phone again, signed in, and the server knows how much was lost', async () => {
  await come('nurse')
  const db = (await currentDatabase())!
  await enqueue(db, NURSE.id, { kind: 'visits.depart', entity_id: 'v', payload: {} })
  noteWaiting('nurse', await countWaiting(db))
  const before = await clear()
  const wiped = await lookForWiped()
  expect(wiped).toMatchObject({ account_id: 'nurse', lost_count: 1, last_received: [LAST], asks_sign_in: false })
  expect(told).toEqual([{ as: NURSE.id, body: { waiting_count: 1, waiting_at: expect.any(String) as string } }])
  await changed()
  expect(session()).toMatchObject({ account: { id: 'nurse', realm: 'staff' }, membership: NURSE })
  expect(await deviceId()).toBe(before)
  expect(await readSetting('wiped')).toEqual(wiped)
})

test('a couple is asked again who it is; somebody in two counties tells both', async () => {
  await come('couple', 'family')
  await clear()
  await lookForWiped()
  await changed()
  expect(session()).toMatchObject({ account: { id: 'couple', realm: 'family' }, membership: null })
  await come('travelling')
  await clear()
  await lookForWiped()
  expect(told.map(({ as }) => as)).toEqual([WIFE.id, ELSEWHERE.id, NURSE.id])
})

test('clearing is no way around the lock: staff outside the demo sign in anew, as the same phone', async () => {
  server.is_demo = false
  await come('nurse')
  const before = await clear()
  expect(await lookForWiped()).toMatchObject({ asks_sign_in: true })
  await changed()
  expect(session()).toBeNull()
  await come('nurse')
  expect([await deviceId(), server.device_id]).toEqual([before, before])
  expect(await readSetting('wiped')).toMatchObject({ account_id: 'nurse' })
})

test('without a signal nobody knows yet, and nothing is written', async () => {
  await come('nurse')
  const before = await clear()
  server.is_offline = true
  expect(await lookForWiped()).toBe('unknown')
  expect(await readSetting('device_id')).toBeUndefined()
  server.is_offline = false
  expect(await lookForWiped()).toMatchObject({ account_id: 'nurse' })
  expect(await deviceId()).toBe(before)
})

test('a report that does not get through is made again before anything else', async () => {
  await come('nurse')
  await clear()
  const answer = server.answer
  server.answer = () => problem(503, 'core.busy')
  expect(await lookForWiped()).toBe('unknown')
  expect(await readSetting('current')).toBeUndefined()
  server.answer = answer
  expect(await lookForWiped()).toMatchObject({ lost_count: null })
})

test('a new phone, one where somebody signed out, and one that has its store were not cleared', async () => {
  expect(await lookForWiped()).toBeUndefined()
  expect(await readSetting('device_id')).toBeDefined()
  await come('nurse')
  const calls = server.calls.length
  expect(await lookForWiped()).toBeUndefined()
  expect(server.calls).toHaveLength(calls)
})

test('the number outlives the page that noted it, and is each person’s own', () => {
  vi.setSystemTime('2026-11-22T02:00:00.000Z')
  noteWaiting('nurse', 3)
  noteWaiting('doctor', 0)
  expect(recallWaiting('nurse')).toEqual({ waiting_count: 3, waiting_at: '2026-11-22T02:00:00.000Z' })
  expect(recallWaiting('doctor')?.waiting_count).toBe(0)
  expect(recallWaiting('nobody')).toBeUndefined()
  vi.useRealTimers()
})

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeIdentity } from '../api/fakeIdentity'
import { offline } from '../api/problem'
import { eraseDevice, signIn, signOut } from '../api/account'
import { currentDatabase, session } from '../api/session'
import { FakeServer } from './fakeServer'
import { attach, send, sync_status } from './index'
import { noteReport, watchStatus } from './status'
import { synchronize } from './synchronize'

const NURSE = { id: 'm-nurse', county_id: 1, role: 'clinician', subject_id: 'c1', name: '蒲晓燕' } as const
let server: FakeServer
let stop: () => void

beforeEach(async () => {
  await eraseDevice()
  const identity = new FakeIdentity()
  identity.accounts = { nurse: [NURSE] }
  identity.install()
  server = new FakeServer()
  stop = watchStatus()
  await signIn({ phone: 'nurse', realm: 'staff', code: '1' })
})
afterEach(() => {
  stop()
  noteReport({})
  vi.unstubAllGlobals()
})

const sync = async () => noteReport(await synchronize((await currentDatabase())!, server.transport, NURSE.id))
const becomes = (expected: object) => vi.waitFor(() => expect(sync_status.value).toMatchObject(expected))
const depart = () => send({ kind: 'visits.depart', entity_id: 'v', payload: {} })

test('what waits is counted at once, photos too', async () => {
  await depart()
  await attach('v', new Blob(['photo'], { type: 'image/jpeg' }))
  await becomes({ waiting_count: 2, attention_count: 0, is_uploading: false })
})

test('on its way, then done, with the time of the server', async () => {
  await depart()
  server.meanwhile = () => becomes({ is_uploading: true, waiting_count: 1 })
  await sync()
  await becomes({ is_uploading: false, waiting_count: 0, last_synced_at: server.time, is_complete: true, is_offline: false })
})

test('refused and held ask for the person', async () => {
  await depart()
  await depart()
  let is_first = true
  server.judge = () => ({ outcome: is_first ? ((is_first = false), 'refused') : 'held' })
  await sync()
  await becomes({ waiting_count: 0, attention_count: 2 })
})

test('nobody answers, though the phone thinks it is on line', async () => {
  server.trouble = () => offline()
  await depart()
  await sync()
  await becomes({ is_offline: true, waiting_count: 1, problem_code: 'app.problem.offline', last_synced_at: null })
})

test('signed out: nothing to say', async () => {
  await depart()
  await becomes({ waiting_count: 1 })
  await signOut()
  await becomes({ waiting_count: 0, last_synced_at: null })
  expect(session()).toBeNull()
  await expect(depart()).rejects.toThrow()
})

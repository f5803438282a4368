import { beforeAll, beforeEach, expect, test } from 'vitest'
import { eraseDatabase, openDatabase, type Database } from '@/db/database'
import { readDocuments } from '@/db/documents'
import { FakeServer } from '@/sync/fakeServer'
import { enqueue } from '@/sync/outbox'
import { registerOverlays } from '@/sync/overlay'
import { synchronize } from '@/sync/synchronize'
import type { RefillRequestBody } from '../shared/documents'
import { overlays } from './overlays'

let db: Database
let server: FakeServer
const requests = async () => (await readDocuments(db).ofResident<RefillRequestBody>('refill_request', 'r')).map(({ body }) => body)
const ask = (prescription_id = 'rx') => enqueue(db, 'm', { kind: 'prescriptions.request_refill', entity_id: 'w', payload: { prescription_id, early_reason: 'travel' } })
const takeBack = () => enqueue(db, 'm', { kind: 'prescriptions.cancel_refill', entity_id: 'w', payload: {} })

beforeAll(() => registerOverlays(overlays))
beforeEach(async () => {
  await eraseDatabase('test')
  db = await openDatabase('test')
  server = new FakeServer()
  server.write('resident:r', 'prescription', 'rx', { id: 'rx', resident_id: 'r' })
  await synchronize(db, server.transport, 'm')
})

test('a wish shows at once as pending', async () => {
  await ask()
  expect(await requests()).toMatchObject([{ id: 'w', prescription_id: 'rx', status: 'pending', early_reason: 'travel', decided_at: null }])
})

test('the server’s own word stands', async () => {
  server.write('resident:r', 'refill_request', 'w', { id: 'w', resident_id: 'r', status: 'approved' })
  await synchronize(db, server.transport, 'm')
  await ask()
  expect(await requests()).toMatchObject([{ status: 'approved' }])
  await takeBack()
  expect(await requests()).toMatchObject([{ status: 'approved' }])
})

test('taken back, it is over', async () => {
  await ask()
  await takeBack()
  expect(await requests()).toMatchObject([{ status: 'cancelled' }])
})

test('for a prescription that is not on this phone nothing is made up', async () => {
  await ask('unknown')
  expect(await requests()).toEqual([])
})

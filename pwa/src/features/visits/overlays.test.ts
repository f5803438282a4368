import { beforeAll, beforeEach, expect, test } from 'vitest'
import tables from '../../../../tests/tables/rule_tables.json'
import { eraseDatabase, openDatabase, type Database } from '@/db/database'
import { readDocuments } from '@/db/documents'
import { FakeServer } from '@/sync/fakeServer'
import { enqueue } from '@/sync/outbox'
import { registerOverlays } from '@/sync/overlay'
import { synchronize } from '@/sync/synchronize'
import type { ContractBody, FollowUpBody, MeasurementBody, VisitBody } from '../shared/documents'
import { overlays as followups } from '../followups/overlays'
import { withMe } from './mine'
import { overlays } from './overlays'

/** A visit without any signal: what the phone shows by itself, over what the server said last. */

const HOME = { latitude: 31.0893, longitude: 106.3712 }
const AT_HOME = { latitude: 31.089417, longitude: 106.371574, datum: 'wgs84', accuracy_metres: 12 }
const AWAY = { latitude: 31.0893, longitude: 106.3757, datum: 'wgs84', accuracy_metres: 35 }
const LINE = { id: 'l1', resident_id: 'ding', contract_id: 'c1', item_code: 'B01', outcome: 'planned', is_over_quota: false }
const VISIT = {
  id: 'v1', team_id: 't1', status: 'scheduled', services: [LINE], resident_ids: ['ding'], clinician_ids: ['chen'], ...HOME, started_at: null, ended_at: null, check_in: null, check_out: null,
  contact_attempts: [], next_visit_on: null, confirmation: null, order_no: null,
}
const PROMISE = { id: 'e1', item_code: 'B01', period_start_on: '2020-01-01', period_end_on: '2099-12-31', quota: 4, consumed: 3, reserved: 1, left: 0 }
const CONTRACT = { id: 'c1', resident_id: 'ding', status: 'active', starts_on: '2020-01-01', ends_on: '2099-12-31', entitlements: [PROMISE] }

let db: Database
let server: FakeServer

beforeAll(() => {
  registerOverlays(overlays)
  registerOverlays(followups)
})
beforeEach(async () => {
  await eraseDatabase('visits')
  db = await openDatabase('visits')
  server = new FakeServer()
  for (const [name, versions] of Object.entries(tables)) {
    versions.forEach((values, n) => server.write('county', 'rule_table', `${name} ${n}`, { id: `${name} ${n}`, name, version: n, effective_from: '2020-01-01', values }))
  }
  server.write('team:t1', 'resident', 'ding', { id: 'ding', name: '丁大川', birth_on: '1950-03-12', care_team_id: 't1', village: '石板桥', address_text: '石板桥3组12号', ...HOME })
  server.write('team:t1', 'visit', 'v1', VISIT)
  server.write('team:t1', 'contract', 'c1', CONTRACT)
  await sync()
})

const sync = () => synchronize(db, server.transport, 'chen')
const act = (kind: string, payload: object = {}, entity_id = 'v1') => enqueue(db, 'chen', { kind, entity_id, payload })
const visit = async (id = 'v1') => (await readDocuments(db).get<VisitBody>('visit', id))?.body
const promise = async () => (await readDocuments(db).get<ContractBody>('contract', 'c1'))!.body.entitlements![0]!

test('from the road to the door: the check shows at once, its verdict when the position comes', async () => {
  await act('visits.depart')
  expect((await visit())?.status).toBe('en_route')
  await act('visits.check_in')
  expect(await visit()).toMatchObject({ status: 'in_progress', check_in: { verdict: 'unknown', distance_metres: null } })
  await act('visits.locate', { which: 'in', position: AT_HOME })
  expect((await visit())?.check_in).toMatchObject({ verdict: 'inside', distance_metres: 38, accuracy_metres: 12 })
})

test('far from the home: the reason stands beside the distance, and the first position stays', async () => {
  await act('visits.check_in')
  await act('visits.locate', { which: 'in', position: AWAY })
  await act('visits.locate', { which: 'in', reason_code: 'elder_elsewhere', action_code: 'serve_here_with_photo' })
  await act('visits.locate', { which: 'in', position: AT_HOME })
  expect((await visit())?.check_in).toMatchObject({ verdict: 'outside', accuracy_metres: 35, reason_code: 'elder_elsewhere' })
})

test('what was done is taken from the year’s promise when one leaves, what was set aside is given back', async () => {
  await act('visits.check_in')
  await act('visits.record_services', { services: [{ ...LINE, outcome: 'done' }] })
  expect(await promise()).toMatchObject({ consumed: 3, reserved: 1 })
  await act('visits.confirm', { method: 'strokes', signer_name: '丁大川' })
  await act('visits.check_out', { next_visit_on: '2026-12-08' })
  expect(await visit()).toMatchObject({ status: 'completed', next_visit_on: '2026-12-08', confirmation: { method: 'strokes' }, check_out: { verdict: 'unknown' } })
  expect(await promise()).toMatchObject({ consumed: 4, reserved: 0, left: 0 })
})

test('what the server has counted is not counted a second time', async () => {
  await act('visits.check_in')
  await act('visits.record_services', { services: [{ ...LINE, outcome: 'done' }] })
  await act('visits.check_out')
  server.effect = () => {
    server.write('team:t1', 'visit', 'v1', { ...VISIT, status: 'completed', check_in: {}, check_out: {} })
    server.write('team:t1', 'contract', 'c1', { ...CONTRACT, entitlements: [{ ...PROMISE, consumed: 4, reserved: 0 }] })
  }
  // Applied, and not yet settled: the commands lie over their own result once more.
  await sync()
  const applied = await db.getAll('applied')
  await Promise.all(applied.map((one) => db.put('applied', { ...one, is_unsettled: 1 })))
  expect(await promise()).toMatchObject({ consumed: 4, reserved: 0 })
})

test('a service that was added counts as well, and ticks may be taken back', async () => {
  await act('visits.check_in')
  const added = { id: 'l2', resident_id: 'ding', item_code: 'C05' }
  await act('visits.record_services', { services: [{ ...added, outcome: 'done' }, { ...LINE, outcome: 'done' }] })
  await act('visits.record_services', { services: [{ ...LINE, outcome: 'not_done' }] })
  expect((await visit())?.services.map(({ item_code, outcome }) => [item_code, outcome])).toEqual([['B01', 'not_done'], ['C05', 'done']])
})

test('begun at the door without a plan: it stands where the home is, and is one’s own', async () => {
  await act('visits.start_unplanned', { services: [{ id: 'l9', resident_id: 'ding', item_code: 'B01' }], position: AT_HOME }, 'new')
  const view = (await readDocuments(db).get<VisitBody>('visit', 'new'))!
  expect(view.body).toMatchObject({ status: 'in_progress', team_id: 't1', village: '石板桥', resident_ids: ['ding'], check_in: { verdict: 'inside' } })
  expect(withMe(view, 'chen').clinician_ids).toEqual(['chen'])
  expect((await readDocuments(db).ofResident('visit', 'ding')).map(({ id }) => id)).toEqual(['v1', 'new'])
  await act('visits.record_services', { services: [{ id: 'l9', resident_id: 'ding', item_code: 'B01', outcome: 'done' }] }, 'new')
  await act('visits.check_out', {}, 'new')
  expect(await promise()).toMatchObject({ consumed: 4, reserved: 1 })
})

test.each([
  ['an ordinary pressure', 152, 88, false],
  ['a dangerous one', 184, 96, true],
])('a reading is there at once: %s', async (_, systolic, diastolic, is_danger) => {
  await act('visits.measure', { measurement_id: 'm1', resident_id: 'ding', kind: 'blood_pressure', values: { systolic, diastolic }, unit: 'mmHg' })
  const [value] = await readDocuments(db).ofResident<MeasurementBody>('measurement', 'ding')
  expect(value?.body).toMatchObject({ id: 'm1', visit_id: 'v1', values: { systolic, diastolic }, is_danger })
})

test('nobody met: the visit ends with its attempt', async () => {
  await act('visits.depart')
  await act('visits.miss', { reason_code: 'nobody_home' })
  expect(await visit()).toMatchObject({ status: 'missed', end_reason: 'nobody_home', contact_attempts: [{ kind: 'nobody_home' }] })
})

test('moved to another day: the old one goes, the new one waits for the leader', async () => {
  await act('visits.cancel', { reason_code: 'resident_away' })
  await act('visits.request', { services: [{ id: 'n1', resident_id: 'ding', item_code: 'B01' }], wish_on: '2026-11-26', wish_part: 'morning', source: 'staff' }, 'next')
  expect((await visit())?.status).toBe('cancelled')
  expect(await visit('next')).toMatchObject({ status: 'accepted', wish_on: '2026-11-26', team_id: 't1' })
})

test('asked for by phone it waits for the leader’s yes; then it is planned and ordered', async () => {
  await act('visits.request', { services: [{ id: 'n1', resident_id: 'ding', item_code: 'B01' }], wish_on: '2026-11-26', wish_part: 'morning', source: 'phone_call' }, 'next')
  expect((await visit('next'))?.status).toBe('requested')
  await act('visits.accept', {}, 'next')
  await act('visits.assign', { clinician_ids: ['pu'], planned_start_at: '2026-11-26T01:00:00Z', planned_end_at: '2026-11-26T01:40:00Z' }, 'next')
  await act('visits.set_order', { on: '2026-11-26', visit_ids: ['next', 'v1'] }, 'pu')
  expect(await visit('next')).toMatchObject({ status: 'scheduled', clinician_ids: ['pu'], order_nos: { pu: 1 } })
  expect((await visit())?.order_nos).toEqual({ pu: 2 })
})

test('a returned visit is open again, and what was counted stays counted', async () => {
  server.write('team:t1', 'visit', 'v1', { ...VISIT, status: 'completed', services: [{ ...LINE, outcome: 'done' }], check_in: {}, check_out: { verdict: 'inside' }, ended_at: '2026-11-24T02:00:00Z' })
  server.write('team:t1', 'contract', 'c1', { ...CONTRACT, entitlements: [{ ...PROMISE, consumed: 4, reserved: 0 }] })
  await sync()
  await act('visits.review', { decision: 'return', note: '少了签字' })
  expect(await visit()).toMatchObject({ status: 'in_progress', review: { status: 'returned', note: '少了签字' } })
  await act('visits.check_out')
  expect(await visit()).toMatchObject({ status: 'completed', ended_at: '2026-11-24T02:00:00Z', check_out: { verdict: 'inside' } })
  expect(await promise()).toMatchObject({ consumed: 4 })
})

const HELD = { id: 'f0', resident_id: 'ding', programme: 'hypertension', due_on: '2026-08-10', status: 'done', done_at: '2026-08-10T02:00:00Z', is_face_to_face: true }
const FOUND = { mode: 'home', systolic: 152, diastolic: 88, symptoms: ['none'], danger_signs: [], adherence: 'regular', reaction: 'none', has_new_complication: false, visit_id: 'v1' }

test.each([
  ['the first time over the target', true, 'adjust'],
  ['over the target again', false, 'refer'],
])('a follow-up leaves the list with its class: %s', async (_, was_in_target, outcome) => {
  server.write('team:t1', 'follow_up', 'f0', { ...HELD, is_in_target: was_in_target })
  server.write('team:t1', 'follow_up', 'f1', { id: 'f1', resident_id: 'ding', programme: 'hypertension', due_on: '2026-11-18', status: 'due', done_at: null })
  await sync()
  await act('followups.record', FOUND, 'f1')
  expect((await readDocuments(db).get<FollowUpBody>('follow_up', 'f1'))?.body).toMatchObject({ status: 'done', is_in_target: false, outcome, due_on: '2026-11-18', visit_id: 'v1' })
  expect(await readDocuments(db).withStatus('follow_up', ['due'])).toEqual([])
})

test('a follow-up that nobody planned is there too', async () => {
  await act('followups.record', { ...FOUND, systolic: 138, resident_id: 'ding', programme: 'hypertension' }, 'f9')
  expect((await readDocuments(db).get<FollowUpBody>('follow_up', 'f9'))?.body).toMatchObject({ status: 'done', outcome: 'satisfied', is_in_target: true })
})

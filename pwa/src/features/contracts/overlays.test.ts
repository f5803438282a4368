import { beforeAll, beforeEach, expect, test } from 'vitest'
import packages from '../../../../tests/tables/packages.json'
import { eraseDatabase, openDatabase, type Database } from '@/db/database'
import { readDocuments } from '@/db/documents'
import { addDays, todayOn } from '@/i18n/calendar'
import { FakeServer } from '@/sync/fakeServer'
import { enqueue } from '@/sync/outbox'
import { registerOverlays } from '@/sync/overlay'
import { synchronize } from '@/sync/synchronize'
import type { ContractBody } from '../shared/documents'
import { overlays } from './overlays'

const TERMS = { years_default: 1, starts_after_days: 1, cooling_off_days: 7, identity_level_min: 2, renewal_opens_days: 60, consents_needed: ['C1', 'C2'] }
let db: Database
let server: FakeServer

beforeAll(() => registerOverlays(overlays))
beforeEach(async () => {
  await eraseDatabase('contracts')
  db = await openDatabase('contracts')
  server = new FakeServer()
  server.write('county', 'rule_table', 'terms', { id: 'terms', name: 'contract_terms', version: 1, effective_from: '2020-01-01', values: TERMS })
  for (const one of packages) server.write('county', 'package', one.code, { ...one, id: one.code, status: 'published' })
  server.write('county', 'team', 't1', { id: 't1', organization_id: 'o1' })
  server.write('team:t1', 'resident', 'wang', { id: 'wang', birth_on: '1953-09-19', flags: [{ code: 'K02', valid_from: '2020-01-01', valid_to: null }], conditions: [], elder_home_id: null })
  await synchronize(db, server.transport, 'chen')
})

const act = (kind: string, payload: object = {}, entity_id = 'c1') => enqueue(db, 'chen', { kind, entity_id, payload })
const contract = async (id = 'c1') => (await readDocuments(db).get<ContractBody>('contract', id))?.body
const WISH = { resident_id: 'wang', team_id: 't1', package_ids: ['P2'], years: 1, channel: 'home_visit' }

test('signed at the kitchen table without signal: in force from tomorrow, with what it gives', async () => {
  await act('contracts.apply', WISH)
  await act('contracts.submit', { consents: [] })
  expect((await contract())?.status).toBe('pending_review')
  await act('contracts.review', { decision: 'accept' })
  expect((await contract())?.status).toBe('pending_sign')
  await act('contracts.sign', { method: 'strokes' })
  const signed = (await contract())!
  expect(signed).toMatchObject({ status: 'active', organization_id: 'o1', starts_on: addDays(todayOn(), 1) })
  const quotas = Object.fromEntries(signed.entitlements!.map(({ item_code, quota, left }) => [item_code, [quota, left]]))
  expect(quotas).toMatchObject({ B01: [4, 4], A02: [1, 1], C01: [null, null] })
})

test('a renewal waits for the end of the one before', async () => {
  const ends_on = addDays(todayOn(), 30)
  server.write('team:t1', 'contract', 'old', { id: 'old', resident_id: 'wang', status: 'active', starts_on: '2020-01-01', ends_on })
  await synchronize(db, server.transport, 'chen')
  await act('contracts.apply', WISH)
  await act('contracts.submit')
  await act('contracts.review', { decision: 'accept' })
  await act('contracts.sign', { method: 'strokes' })
  expect(await contract()).toMatchObject({ status: 'renewal_signed', starts_on: addDays(ends_on, 1) })
  expect((await contract('old'))?.status).toBe('active')
})

test('a step out of turn changes nothing', async () => {
  await act('contracts.apply', WISH)
  await act('contracts.sign', { method: 'strokes' })
  expect((await contract())?.status).toBe('draft')
})

test.each([
  ['today', todayOn(), 'terminated'],
  ['later', addDays(todayOn(), 20), 'active'],
])('ended %s', async (_, ended_on, status) => {
  server.write('team:t1', 'contract', 'c1', { id: 'c1', resident_id: 'wang', status: 'active', starts_on: '2020-01-01', ends_on: '2099-01-01' })
  await synchronize(db, server.transport, 'chen')
  await act('contracts.terminate', { reason_code: 'moved_away', party: 'resident', ended_on })
  expect(await contract()).toMatchObject({ status, ended_on, end_reason: 'moved_away' })
})

test('it rests, goes on, and is to change, also without signal', async () => {
  server.write('team:t1', 'contract', 'c1', { id: 'c1', resident_id: 'wang', team_id: 't1', status: 'active', starts_on: '2020-01-01', ends_on: '2099-01-01', package_ids: ['P2'] })
  await synchronize(db, server.transport, 'chen')
  await act('contracts.suspend', { reason_code: 'moved', evidence_code: 'family_told', away_since_on: todayOn() })
  expect(await contract()).toMatchObject({ status: 'suspended', suspensions: [{ from_on: todayOn(), until_on: null }] })
  await act('contracts.resume', { evidence_code: 'resident_told' })
  expect(await contract()).toMatchObject({ status: 'active', suspensions: [{ until_on: todayOn() }] })
  await act('contracts.amend', { amendment_id: 'a1', package_ids: ['P1'] })
  expect((await contract())?.amendments).toMatchObject([{ id: 'a1', status: 'pending_sign', from_on: addDays(todayOn(), 1) }])
  await act('contracts.sign_amendment', { amendment_id: 'a1', method: 'strokes', strokes: {} })
  expect((await contract())?.amendments).toMatchObject([{ status: 'signed' }])
  expect((await contract())?.package_ids).toEqual(['P2'])
  await act('contracts.withdraw_amendment')
  expect((await contract())?.amendments).toEqual([])
})

test('a household asks in one act, each with a contract of its own', async () => {
  const members = [{ id: 'c1', resident_id: 'wang', package_ids: ['P2'], years: 1, consents: [] }, { id: 'c2', resident_id: 'li', package_ids: ['P1'], years: 1, consents: [] }]
  await act('contracts.apply_together', { team_id: 't1', channel: 'home_visit', members }, 'house')
  expect([await contract('c1'), await contract('c2')]).toMatchObject([
    { status: 'pending_review', household_id: 'house', package_ids: ['P2'] }, { status: 'pending_review', household_id: 'house', resident_id: 'li' },
  ])
})

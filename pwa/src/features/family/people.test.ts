// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { eraseDevice } from '@/api/account'
import { currentDatabase, session, type Membership } from '@/api/session'
import { readDocuments } from '@/db/documents'
import { chosenOf, choosePerson, may, readPeople } from './people'
import { phoneOf, type Sent } from './testing'

const TODAY = '2026-11-24'
const DAUGHTER: Membership = { id: 'm', county_id: 1, role: 'proxy', subject_id: null, name: '杜秀兰' }
const grant = (id: string, resident_id: string, more: object = {}): Sent =>
  [`family:${resident_id}`, 'proxy', id, { resident_id, account_id: 'account', relation: 'daughter', scopes: ['book'], valid_from: '2026-01-01', expires_on: '2027-01-01', ...more }]
const elder = (id: string, name: string, bucket = 'family'): Sent => [`${bucket}:${id}`, 'resident', id, { name, care_team_id: 't' }]

afterEach(async () => {
  localStorage.clear()
  await eraseDevice()
  vi.unstubAllGlobals()
})

async function people() {
  const { membership, account } = session()!
  return readPeople(readDocuments((await currentDatabase())!), membership!, account.id, TODAY)
}

test('an elder’s phone is about the elder, who may do everything', async () => {
  await phoneOf({ ...DAUGHTER, role: 'resident', subject_id: 'du' }, [elder('du', '杜玉芳', 'resident'), grant('g', 'du')])
  const [own, ...others] = await people()
  expect(own).toMatchObject({ id: 'du', is_self: true, is_full: true, relation: 'self' })
  expect(others).toEqual([])
  expect(may(own!, 'sign_renewal')).toBe(true)
})

test('family: whoever asked for help, within what was asked', async () => {
  await phoneOf(DAUGHTER, [elder('du', '杜玉芳', 'resident'), grant('g1', 'du', { scopes: ['view_full', 'book'] }), elder('ding', '丁大川'), grant('g2', 'ding', { scopes: ['view_summary'], relation: 'other' })])
  const found = await people()
  expect(found.map(({ name, is_full }) => [name, is_full])).toEqual([['丁大川', false], ['杜玉芳', true]])
  expect(found.map((person) => may(person, 'book'))).toEqual([false, true])
})

test.each([
  ['somebody else’s grant', { account_id: 'brother' }],
  ['one that begins tomorrow', { valid_from: '2026-11-25' }],
  ['one that ran out today', { expires_on: TODAY }],
])('%s gives nothing', async (_, more) => {
  await phoneOf(DAUGHTER, [elder('du', '杜玉芳'), grant('g', 'du', more)])
  expect(await people()).toEqual([])
})

test('the elder who was chosen last is shown first, until the grant is gone', async () => {
  await phoneOf(DAUGHTER, [elder('du', '杜玉芳'), grant('g1', 'du'), elder('ding', '丁大川'), grant('g2', 'ding')])
  const found = await people()
  expect(chosenOf(found, 'm')?.name).toBe('丁大川')
  choosePerson('du')
  expect(chosenOf(found, 'm')?.name).toBe('杜玉芳')
  expect(chosenOf(found.slice(0, 1), 'm')?.name).toBe('丁大川')
  expect(chosenOf([], 'm')).toBeUndefined()
})

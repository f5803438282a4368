import { expect, test } from 'vitest'
import type { FulfilmentBody } from './bodies'
import { callsOf } from './calls'

const one = (id: string, more: Partial<FulfilmentBody> = {}): FulfilmentBody => ({
  id, resident_id: 'r', contract_id: null, team_id: 't', item_code: 'D01', how: 'home', encounter_id: 'v', visit_id: 'v', follow_up_id: null,
  done_at: '2026-11-20T02:00:00Z', done_on: '2026-11-20', ended_at: '2026-11-20T02:00:00Z', status: 'counted', is_counted: true, is_answered: false, doubt: null,
  performed_by: 'nurse', asked: 'call', ...more,
})
const visits = new Map([['v', { clinician_ids: ['nurse', 'doctor'] }]])

test('one call for what was done together, by somebody who was not there', () => {
  const lately = [one('a'), one('b', { item_code: 'C05' }), one('c', { resident_id: 's', done_on: '2026-11-18' })]
  expect(callsOf(lately, visits, 'leader').map(({ fulfilment_id }) => fulfilment_id)).toEqual(['c', 'a'])
  expect(callsOf(lately, visits, 'doctor')).toEqual([])
})

test('nobody is rung who has answered, or has the app', () => {
  expect(callsOf([one('a', { is_answered: true }), one('b', { asked: 'app', encounter_id: 'w' })], visits, 'leader')).toEqual([])
})

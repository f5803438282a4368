import { expect, test } from 'vitest'
import type { ContractBody } from '../shared/documents'
import phases from '../../../../tests/tables/contract_phases.json'
import rests from '../../../../tests/tables/contract_rests.json'
import panels from '../../../../tests/tables/panels.json'
import { careDays, firstVisitOn, panelState, phaseOf } from './life'

const TERMS = { renewal_opens_days: 60, lapse_days: 30, panel_warning_count: 1600, panel_full_count: 2000 }

test.each(phases)('what follows from the dates: $id', ({ status, ends_on, on, phase }) => {
  expect(phaseOf({ status: status as ContractBody['status'], ends_on }, on, TERMS)).toBe(phase)
})

test.each(rests)('days of rest do not count: $id', ({ starts_on, on, pauses, care_days }) => {
  const suspensions = pauses.map(([from_on, until_on]) => ({ reason_code: 'moved', away_since_on: from_on!, from_on: from_on!, until_on: until_on ?? null }))
  expect(careDays({ starts_on, suspensions }, on)).toBe(care_days)
})

test.each(panels)('how full a team is: $id', ({ carried, doctors, state }) => {
  expect(panelState(carried, doctors, TERMS)).toBe(state)
})

test.each([
  ['nobody has been there', {}, '2026-12-01'],
  ['somebody has', { entitlements: [{ consumed: 1 }] }, null],
  ['it is a renewal', { renews_id: 'old' }, null],
  ['it rests', { status: 'suspended' }, null],
])('the first visit: %s', (_, more, expected) => {
  const contract = { status: 'active', starts_on: '2026-11-01', entitlements: [{ consumed: 0 }], ...more } as ContractBody
  expect(firstVisitOn(contract, 30)).toBe(expected)
})

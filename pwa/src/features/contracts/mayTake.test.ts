import { expect, test } from 'vitest'
import capacities from '../../../../tests/tables/capacities.json'
import cases from '../../../../tests/tables/sign_ways.json'
import { capacityOf, mayNotSign, type SignFacts, type SigningWays } from './mayTake'

/** As in seed/rules/contract_signing.yaml and proxies.yaml; the server's tests read the very files. */
const WAYS: SigningWays = {
  team_methods: ['strokes', 'paper', 'fingerprint'], own_free_methods: ['code', 'code_and_strokes'], own_paid_methods: ['code_and_strokes'],
  photo_methods: ['paper', 'fingerprint'], witness_methods: ['fingerprint'], recording_methods: ['fingerprint'],
  recording_seconds_min: 2, recording_seconds_max: 60, own_income_from_age: 16,
}
const AGES = { adult_age: 18, no_capacity_below_age: 8 }
const BY_HAND: SignFacts = {
  signer: 'resident', method: 'strokes', place: 'team', resident_fen: 3000, identity_level: 2, is_first_contract: true, capacity: 'full', is_minor: false,
  may_proxy_sign_renewal: false, guardian_basis: null, has_ward_view: false, has_photo: false, has_recording: false, has_witness: false, is_witness_party: false, was_heard: false,
}

test.each(cases)('$id', ({ facts, refused }) => {
  expect(mayNotSign({ ...BY_HAND, ...(facts as Partial<SignFacts>) }, WAYS, 2)).toBe(refused)
})

test.each(capacities)('$id', ({ age, has_own_income, capacity }) => {
  expect(capacityOf(age, AGES, WAYS, has_own_income)).toBe(capacity)
})

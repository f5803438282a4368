import type { SignPayload } from './payloads'

/** Who may sign for the resident, and how: the server's `contracts/signatures.py`, under the same cases (tests/tables/sign_ways.json). */

/** The rule table `contract_signing`. */
export interface SigningWays {
  readonly team_methods: readonly SignPayload['method'][]
  readonly own_free_methods: readonly SignPayload['method'][]
  readonly own_paid_methods: readonly SignPayload['method'][]
  readonly photo_methods: readonly SignPayload['method'][]
  readonly witness_methods: readonly SignPayload['method'][]
  readonly recording_methods: readonly SignPayload['method'][]
  readonly recording_seconds_min: number
  readonly recording_seconds_max: number
  readonly own_income_from_age: number
}
/** Of the rule table `proxies`. */
export interface Ages {
  readonly adult_age: number
  readonly no_capacity_below_age: number
}
export type Capacity = 'full' | 'limited' | 'none'
export interface SignFacts {
  signer: 'resident' | 'guardian' | 'proxy'
  method: SignPayload['method']
  place: 'team' | 'own'
  resident_fen: number
  identity_level: number
  is_first_contract: boolean
  capacity: Capacity
  is_minor: boolean
  may_proxy_sign_renewal: boolean
  guardian_basis: SignPayload['guardian_basis'] | null
  has_ward_view: boolean
  has_photo: boolean
  has_recording: boolean
  has_witness: boolean
  is_witness_party: boolean
  was_heard: boolean
}

const OF_MINORS = ['parent', 'relative', 'appointed']

export function capacityOf(age: number, ages: Ages, ways: SigningWays, has_own_income = false): Capacity {
  if (age >= ages.adult_age || (has_own_income && age >= ways.own_income_from_age)) return 'full'
  return age >= ages.no_capacity_below_age ? 'limited' : 'none'
}

/** Why not, as the last word of the server's code; null: it signs. */
export function mayNotSign(facts: SignFacts, ways: SigningWays, identity_level_min: number): string | null {
  if (facts.identity_level < identity_level_min) return 'identity_level'
  return wrongHand(facts) ?? wrongWay(facts, ways) ?? unproven(facts, ways) ?? notForProxy(facts)
}

function wrongHand({ signer, capacity, place, guardian_basis, is_minor, has_ward_view }: SignFacts): string | null {
  if (signer !== 'guardian') return capacity === 'full' ? null : 'guardian_must_sign'
  if (place === 'own') return 'guardian_before_team'
  if (!guardian_basis || (is_minor && !OF_MINORS.includes(guardian_basis))) return 'guardian_basis'
  return capacity === 'limited' && !has_ward_view ? 'ward_view_missing' : null
}
export function methodsOf(place: 'team' | 'own', resident_fen: number, ways: SigningWays): readonly SignPayload['method'][] {
  if (place === 'team') return ways.team_methods
  return resident_fen > 0 ? ways.own_paid_methods : ways.own_free_methods
}
function wrongWay({ method, place, resident_fen }: SignFacts, ways: SigningWays): string | null {
  return methodsOf(place, resident_fen, ways).includes(method) ? null : 'sign_method'
}
function unproven({ method, has_photo, has_recording, has_witness, was_heard, is_witness_party }: SignFacts, ways: SigningWays): string | null {
  if (ways.photo_methods.includes(method) && !has_photo) return 'photo_missing'
  if (ways.witness_methods.includes(method)) {
    if (!has_witness) return 'witness_missing'
    if (!was_heard) return 'not_heard'
  }
  if (ways.recording_methods.includes(method) && !has_recording) return 'recording_missing'
  return is_witness_party ? 'witness_is_party' : null
}
function notForProxy({ signer, is_first_contract, resident_fen, may_proxy_sign_renewal }: SignFacts): string | null {
  if (signer !== 'proxy') return null
  if (is_first_contract && resident_fen > 0) return 'elder_must_sign'
  return may_proxy_sign_renewal ? null : 'proxy_scope'
}

import { daysBetween } from '@/i18n/calendar'
import type { PrescriptionBody, RefillRequestBody } from '../shared/documents'

/** How it stands with an elder's medicine: what is at home, what was asked for, what comes. Pure. */

export type RefillState =
  /** Enough at home, and too soon to ask. */
  | 'early'
  /** Time to ask. */
  | 'open'
  /** Nothing left at home, and nobody has asked. */
  | 'ended'
  /** A doctor is looking at it. */
  | 'asked'
  /** Agreed; the new medicine is on its way. */
  | 'coming'
  /** The doctor wants something else first. */
  | 'refused'

export interface Refill {
  state: RefillState
  /** What is at home; missing before the first medicine of a new prescription was handed over. */
  current?: PrescriptionBody
  /** The latest wish about it that was not taken back. */
  request?: RefillRequestBody
  /** What follows it. */
  next?: PrescriptionBody
  /** Days of medicine left, today included. */
  left_days: number
}

const AT_HOME = 'handed_over'
const ON_ITS_WAY: readonly string[] = ['submitted', 'pharmacist_review', 'returned', 'approved', 'patient_confirmed', 'sent_to_pharmacy', 'dispensed', 'delivering']

/** One for each long-term prescription that is at home or coming; what asks to be done first, then what ends first. */
export function refillsOf(prescriptions: readonly PrescriptionBody[], requests: readonly RefillRequestBody[], today: string): Refill[] {
  const long = prescriptions.filter(({ is_long_term }) => is_long_term)
  const current = long.filter(({ status }) => status === AT_HOME).map((one) => stand(one, long, requests, today))
  const followed = new Set(current.map(({ next }) => next?.id))
  const first = long.filter(({ id, status }) => ON_ITS_WAY.includes(status) && !followed.has(id)).map((next): Refill => ({ state: 'coming', next, left_days: 0 }))
  return [...current, ...first].sort((a, b) => urgency(a) - urgency(b) || a.left_days - b.left_days)
}

function stand(current: PrescriptionBody, all: readonly PrescriptionBody[], requests: readonly RefillRequestBody[], today: string): Refill {
  const left_days = current.supply_end_on ? Math.max(0, daysBetween(today, current.supply_end_on)) : 0
  const next = all.find(({ replaces_id, status }) => replaces_id === current.id && ON_ITS_WAY.includes(status))
  const request = requests
    .filter(({ prescription_id, status }) => prescription_id === current.id && status !== 'cancelled')
    .sort((a, b) => b.requested_at.localeCompare(a.requested_at))[0]
  return { state: stateOf(current, request, next, left_days, today), current, request, next, left_days }
}

function stateOf(current: PrescriptionBody, request: RefillRequestBody | undefined, next: PrescriptionBody | undefined, left_days: number, today: string): RefillState {
  // Agreed, but the new prescription has not come to this phone yet: a document may be ahead of another.
  if (next || request?.status === 'approved') return 'coming'
  if (request?.status === 'pending') return 'asked'
  if (request?.status === 'refused') return 'refused'
  if (left_days === 0) return 'ended'
  return current.refill_opens_on && today < current.refill_opens_on ? 'early' : 'open'
}

/** After a no one may ask again when something has changed; the rule about time stays. */
export function mayAsk({ state, current }: Refill, today: string): boolean {
  if (!current) return false
  if (state === 'open' || state === 'ended') return true
  return state === 'refused' && !(current.refill_opens_on && today < current.refill_opens_on)
}

function urgency({ state }: Refill): number {
  return ['ended', 'open', 'refused', 'coming', 'asked', 'early'].indexOf(state)
}

export type StepState = 'done' | 'now' | 'todo'

/** The way from the wish to the hand, in four steps after the wish: doctor, pharmacist, pharmacy, home. */
export function stepStates({ state, next }: Refill): [doctor: StepState, pharmacist: StepState, pharmacy: StepState, home: StepState] {
  if (state !== 'coming') return ['now', 'todo', 'todo', 'todo']
  switch (next?.status) {
    case 'approved': case 'patient_confirmed': case 'sent_to_pharmacy': return ['done', 'done', 'now', 'todo']
    case 'dispensed': case 'delivering': return ['done', 'done', 'done', 'now']
    default: return ['done', 'now', 'todo', 'todo']
  }
}

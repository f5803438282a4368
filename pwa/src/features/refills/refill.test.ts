import { describe, expect, test } from 'vitest'
import type { PrescriptionBody, RefillRequestBody } from '../shared/documents'
import { mayAsk, refillsOf, stepStates } from './refill'

const TODAY = '2026-11-24'

function medicine(id: string, more: Partial<PrescriptionBody> = {}): PrescriptionBody {
  return {
    id, resident_id: 'r', organization_id: 'o', prescriber_id: 'p', is_long_term: true, drugs: [], days_supply: 28, issued_on: '2026-11-02', dispensed_on: '2026-11-02',
    supply_end_on: '2026-11-30', refill_opens_on: '2026-11-24', status: 'handed_over', replaces_id: null, ...more,
  }
}
function wish(status: RefillRequestBody['status'], more: Partial<RefillRequestBody> = {}): RefillRequestBody {
  return {
    id: status, resident_id: 'r', prescription_id: 'a', status, note: null, requested_at: '2026-11-24T00:12:00Z', decided_at: null, decided_by: null, days: null, refused_reason: null,
    refused_note: null, new_prescription_id: null, ...more,
  }
}
const coming = (status: string) => medicine('b', { status, replaces_id: 'a', dispensed_on: null, supply_end_on: null, refill_opens_on: null })
const only = (prescriptions: PrescriptionBody[], requests: RefillRequestBody[] = [], today = TODAY) => refillsOf(prescriptions, requests, today)[0]!

describe('how it stands', () => {
  test.each([
    ['the day before the window opens', '2026-11-23', 'early', 7, false],
    ['the day on which it opens', '2026-11-24', 'open', 6, true],
    ['the last day with medicine', '2026-11-29', 'open', 1, true],
    ['the first day without', '2026-11-30', 'ended', 0, true],
    ['long after', '2026-12-24', 'ended', 0, true],
  ])('%s', (_, today, state, left_days, may) => {
    const refill = only([medicine('a')], [], today)
    expect(refill).toMatchObject({ state, left_days })
    expect(mayAsk(refill, today)).toBe(may)
  })

  test('asked for: it is with the doctor, and cannot be asked for twice', () => {
    const refill = only([medicine('a')], [wish('pending')])
    expect(refill.state).toBe('asked')
    expect(mayAsk(refill, TODAY)).toBe(false)
  })

  test('a wish taken back leaves no trace', () => {
    expect(only([medicine('a')], [wish('cancelled')])).toMatchObject({ state: 'open', request: undefined })
  })

  test('agreed to, also while the new prescription has not come to this phone', () => {
    expect(only([medicine('a')], [wish('approved')]).state).toBe('coming')
    expect(only([medicine('a'), coming('submitted')], [wish('approved')]).next?.id).toBe('b')
  })

  test('refused, one may ask again from the same day on as anybody', () => {
    expect(mayAsk(only([medicine('a')], [wish('refused')]), TODAY)).toBe(true)
    expect(mayAsk(only([medicine('a')], [wish('refused')], '2026-11-20'), '2026-11-20')).toBe(false)
  })

  test('the last word counts', () => {
    const before = wish('refused', { requested_at: '2026-11-20T00:00:00Z' })
    expect(only([medicine('a')], [before, wish('pending')]).state).toBe('asked')
  })

  test('written by the doctor without a wish, it is on its way all the same', () => {
    expect(only([medicine('a'), coming('sent_to_pharmacy')]).state).toBe('coming')
  })

  test('a first prescription that was not handed over yet', () => {
    const refill = only([coming('approved')])
    expect(refill.state).toBe('coming')
    expect(refill.current).toBeUndefined()
    expect(mayAsk(refill, TODAY)).toBe(false)
  })
})

test('each long-term medicine by itself, what asks to be done first', () => {
  const prescriptions = [medicine('later', { supply_end_on: '2027-01-01', refill_opens_on: '2026-12-20' }), medicine('a'), medicine('gone', { supply_end_on: '2026-11-20' }), medicine('cold', { is_long_term: false })]
  expect(refillsOf(prescriptions, [], TODAY).map(({ current }) => current?.id)).toEqual(['gone', 'a', 'later'])
})

test.each([
  ['submitted', ['done', 'now', 'todo', 'todo']],
  ['returned', ['done', 'now', 'todo', 'todo']],
  ['sent_to_pharmacy', ['done', 'done', 'now', 'todo']],
  ['delivering', ['done', 'done', 'done', 'now']],
])('steps of one that is %s', (status, states) => {
  expect(stepStates(only([medicine('a'), coming(status)]))).toEqual(states)
})

test('steps while the doctor looks', () => {
  expect(stepStates(only([medicine('a')], [wish('pending')]))).toEqual(['now', 'todo', 'todo', 'todo'])
})

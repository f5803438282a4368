import { expect, test } from 'vitest'
import type { VisitBody } from '../shared/documents'
import { longestWait, requestsOf, reviewsOf, unplannedOf } from './board'
import { farthest, minutesInside, missingElements, reasonOf } from './proof'
import { daysOf, roadOf, shorten } from './road'
import { at, check, line, NOW, planned, TODAY, visit } from './sample'
import { waysOf } from './sketching'

const ids = (visits: readonly { id: string }[]) => visits.map(({ id }) => id)
const done = [line('r', 'D01', 'done')]

test('words of danger come first, then whoever has waited longest', () => {
  const requests = requestsOf([
    visit('new', { status: 'requested', requested_at: at(10, 14) }), visit('old', { status: 'requested', requested_at: at(9, 56) }),
    visit('danger', { status: 'requested', requested_at: at(10, 40), danger_words: ['胸口痛'] }), visit('taken', { status: 'accepted' }),
  ])
  expect(ids(requests)).toEqual(['danger', 'old', 'new'])
  expect(longestWait(requests, NOW)).toBe(50)
  expect(longestWait([], NOW)).toBeUndefined()
})

test('a phone that runs ahead does not make anybody wait less than nothing', () => {
  expect(longestWait([visit('a', { requested_at: at(11) })], NOW)).toBe(0)
})

test('without people, with too few, and not gone', () => {
  const found = unplannedOf([
    visit('accepted', { status: 'accepted', wish_on: '2026-11-25' }),
    planned('one of two', ['doctor'], [9], [10]), planned('fine', ['doctor'], [9], [10]),
    planned('yesterday', ['doctor'], [9], [10], { planned_start_at: at(9, 0, '2026-11-23') }),
    visit('asked', { status: 'requested' }),
  ], TODAY, ({ id }) => (id === 'one of two' ? 2 : 1))
  expect(found.map(({ visit: { id }, why }) => [id, why])).toEqual([['yesterday', 'not_gone'], ['one of two', 'too_few'], ['accepted', 'nobody']])
})

test('what waits for a look: what the server says, and what can never count by itself', () => {
  const whole = { status: 'completed' as const, services: done, clinician_ids: ['nurse'], check_in: check(), check_out: check({ occurred_at: at(10) }) }
  const reviews = reviewsOf([
    visit('pending', { ...whole, ended_at: at(10), review: { status: 'pending', reason: 'outside', reasons: ['outside'], note: null } }),
    visit('nothing done', { ...whole, services: [line('r', 'D01', 'not_done')], ended_at: at(9) }),
    visit('fine', { ...whole, ended_at: at(10) }), visit('verified', { ...whole, status: 'verified', review: { status: 'approved', reason: null, reasons: [], note: null } }),
  ])
  expect(ids(reviews)).toEqual(['nothing done', 'pending'])
})

test('which of the six elements are missing', () => {
  expect(missingElements(visit('bare'))).toEqual(['service', 'provider', 'date', 'place', 'begin_and_end'])
  const outside = visit('outside', { services: done, clinician_ids: ['nurse'], check_in: check({ verdict: 'outside' }), check_out: check() })
  expect(missingElements(outside)).toEqual(['place'])
  expect(missingElements({ ...outside, check_in: check({ verdict: 'outside', reason_code: 'other', action_code: 'serve_and_call_leader' }) })).toEqual([])
})

test('the farthest check, its reason, and times that run backwards', () => {
  const checks = {
    check_in: check({ verdict: 'outside', distance_metres: 250, occurred_at: at(9, 3) }),
    check_out: check({ verdict: 'outside', distance_metres: 430, reason_code: 'address_wrong', occurred_at: at(9) }),
  }
  expect(farthest(checks)?.distance_metres).toBe(430)
  expect(reasonOf(checks)).toBe('address_wrong')
  expect(minutesInside(checks)).toBe(-3)
})

test('today by person, whoever began first first; a pair is on both ways', () => {
  const days = daysOf([
    planned('both', ['doctor', 'nurse'], [10, 30], [11]), planned('early', ['doctor'], [9, 30], [10], { status: 'verified' }),
    planned('first', ['nurse'], [9], [9, 30], { status: 'completed' }), planned('yesterday', ['nurse'], [9], [10], { planned_start_at: at(9, 0, '2026-11-23') }),
    visit('unplanned', { clinician_ids: ['other'], status: 'in_progress', started_at: at(10) }), planned('off', ['doctor'], [9], [10], { status: 'cancelled' }),
  ], TODAY)
  expect(days.map(({ clinician_id, stops }) => [clinician_id, ids(stops)])).toEqual([['nurse', ['first', 'both']], ['doctor', ['early', 'both']], ['other', ['unplanned']]])
})

test('where somebody is, what is left, and when to ask after them', () => {
  const stops = [
    planned('a', ['d'], [8], [9], { status: 'completed' }), planned('b', ['d'], [9], [10], { status: 'in_progress' }), planned('c', ['d'], [11], [12]),
  ]
  expect(roadOf(stops, NOW, 30)).toMatchObject({ done_count: 1, now: { id: 'b' }, left: [{ id: 'c' }], late_minutes: 46 })
  expect(roadOf(stops, NOW, 60).late_minutes).toBeUndefined()
  expect(roadOf([stops[0]!, stops[2]!], NOW, 30)).toMatchObject({ now: undefined, late_minutes: undefined })
})

test('a long day in few signs: what is near stays, the rest is counted', () => {
  const signs = (count: number, now: number) => shorten(Array.from({ length: count }, (_, n) => n + 1), now).map(({ stop, no, count: of }) => (of > 1 ? `${no}+${of}` : `${stop}`))
  expect(signs(5, 0)).toEqual(['1', '2', '3', '4', '5'])
  expect(signs(7, 1)).toEqual(['1', '2', '3', '4', '5+3'])
  expect(signs(8, 4)).toEqual(['3+3', '4', '5', '6', '7+2'])
  expect(signs(8, 7)).toEqual(['4+4', '5', '6', '7', '8'])
})

test('the sketch goes village by village, in the order of the way', () => {
  const stop = (id: string, village: string | null, status: VisitBody['status'], latitude = 30.8) => visit(id, { village, status, latitude })
  const { ways, villages } = waysOf([
    [stop('a', '石板桥', 'verified', 30.8), stop('b', '黄桷村', 'in_progress', 30.9), stop('c', '石板桥', 'scheduled', 30.82), stop('d', '黄桷村', 'scheduled', 30.9)],
    [stop('e', '黄桷村', 'completed', 30.9), visit('nowhere', { latitude: null, longitude: null }), stop('f', null, 'scheduled', 30.7)],
  ])
  expect(ways.map(({ stops, names }) => [names, stops.map(({ state }) => state)])).toEqual([
    [['石板桥', '黄桷村'], ['todo', 'now']],
    [['黄桷村'], ['done', 'todo']],
  ])
  expect(villages.map(({ name, latitude }) => [name, latitude.toFixed(2)])).toEqual([['石板桥', '30.81'], ['黄桷村', '30.90']])
  // The same village is the same place on every way.
  expect(ways[1]!.stops[0]!.latitude).toBe(ways[0]!.stops[1]!.latitude)
})

import { expect, test } from 'vitest'
import tables from '../../../../tests/tables/rule_tables.json'
import { heldWork, obstacleOf } from './held'
import { byNeed, quietOf, type QuietFacts } from './quiet'
import { at, contract, followUp, line, TODAY, visit } from './sample'

const BEGAN = '2026-07-29'
const used = { id: 'e', item_code: 'B01', period_start_on: BEGAN, period_end_on: '2027-07-28', quota: 4, reserved: 0, consumed: 1, left: 3 }

function quiet(facts: Partial<QuietFacts>) {
  const none = { today: TODAY, contracts: [], follow_ups: [], visits: [], fulfilment: tables.fulfilment[0]!, no_visit: tables.no_visit_reasons[0]! }
  return quietOf({ ...none, ...facts })
}
const missed = (id: string, on: string, kind: 'no_answer' | 'nobody_home' = 'no_answer') =>
  visit(id, { status: 'missed', services: [line('r', 'B01')], contact_attempts: [{ kind, occurred_at: at(9, 0, on) }] })

test('signed 118 days ago and nobody ever came', () => {
  expect(quiet({ contracts: [contract('r', BEGAN)] })).toMatchObject([{ resident_id: 'r', unserved_days: 118 }])
})

test('eighty-nine days are not yet ninety', () => {
  expect(quiet({ contracts: [contract('r', '2026-08-27')] })).toEqual([])
  expect(quiet({ contracts: [contract('r', '2026-08-26')] })).toHaveLength(1)
})

test('served is served: by the contract, by a visit without it, by a follow-up at the clinic', () => {
  const contracts = [contract('r', BEGAN)]
  expect(quiet({ contracts: [contract('r', BEGAN, { entitlements: [used] })] })).toEqual([])
  expect(quiet({ contracts, visits: [visit('v', { status: 'verified', services: [line('r', 'D01', 'done')], ended_at: at(9, 0, '2026-09-01') })] })).toEqual([])
  expect(quiet({ contracts, follow_ups: [followUp('r', '2026-09-01', { status: 'done', done_at: at(9, 0, '2026-09-01') })] })).toEqual([])
})

test('what was done before the contract, and what was not done, does not count', () => {
  const before = visit('v', { status: 'verified', services: [line('r', 'D01', 'done')], ended_at: at(9, 0, '2026-07-01') })
  const not_done = visit('w', { status: 'completed', services: [line('r', 'D01', 'not_done')], ended_at: at(9, 0, '2026-09-01') })
  expect(quiet({ contracts: [contract('r', BEGAN)], visits: [before, not_done] })).toHaveLength(1)
})

test('whoever has a visit coming waits for that', () => {
  const visits = [visit('v', { status: 'accepted', services: [line('r', 'D01')] })]
  expect(quiet({ contracts: [contract('r', BEGAN)], follow_ups: [followUp('r', '2026-09-01')], visits })).toEqual([])
})

test('tried on three days lately without reaching anybody: not unserved for now', () => {
  const contracts = [contract('r', BEGAN)]
  const three = ['2026-11-02', '2026-11-09', '2026-11-20'].map((on, n) => missed(`v${n}`, on))
  expect(quiet({ contracts, visits: three })).toEqual([])
  expect(quiet({ contracts, visits: three.slice(1) })).toMatchObject([{ tried_count: 2, is_tried_by_phone: true }])
  const long_ago = ['2026-09-02', '2026-09-09', '2026-09-20'].map((on, n) => missed(`v${n}`, on, 'nobody_home'))
  expect(quiet({ contracts, visits: long_ago })).toMatchObject([{ tried_count: 3, is_tried_by_phone: false }])
})

test('a follow-up overdue for more than thirty days, and how often one has called', () => {
  const visits = [missed('v', '2026-10-25'), missed('w', '2026-11-12')]
  expect(quiet({ follow_ups: [followUp('r', '2026-10-18')], visits })).toMatchObject([{ overdue_days: 37, tried_count: 2 }])
  expect(quiet({ follow_ups: [followUp('r', '2026-10-25')] })).toEqual([])
})

test('the unserved before the overdue, the longest first; one row a person', () => {
  const found = quiet({
    contracts: [contract('a', '2026-08-01'), contract('b', '2026-07-01')],
    follow_ups: [followUp('c', '2026-08-01'), followUp('d', '2026-07-01'), followUp('a', '2026-06-01')],
  })
  expect(found.map(({ resident_id }) => resident_id)).toEqual(['b', 'a', 'd', 'c'])
})

test('high risk goes first; who died or is in another team is not shown', () => {
  const found = quiet({ contracts: ['a', 'b', 'c', 'd'].map((id, n) => contract(id, `2026-07-0${n + 1}`)) })
  const residents = new Map([['a', { risk: 'low' as const, deceased_on: null }], ['b', { risk: 'high' as const, deceased_on: null }], ['c', { risk: 'high' as const, deceased_on: '2026-11-01' }]])
  expect(byNeed(found, residents).map(({ resident_id }) => resident_id)).toEqual(['b', 'a'])
})

const command = (id: string, entity_id: string, hour: number, code: string, account_name = '蒲晓燕') =>
  ({ id, kind: 'visits.measure', entity_id, occurred_at: at(hour), code, status: 'open' as const, account_name, resident_ids: ['r'], resident_names: [], team_ids: ['team'], from_team_id: 'team', depends_on: [] })

test('held work of one visit by one person is one decision, in the order of doing', () => {
  const works = heldWork([
    command('3', 'v', 11, 'sync.held.depends_on_held'), command('1', 'v', 9, 'visits.refused.reassigned'), command('2', 'v', 10, 'visits.refused.reassigned'),
    command('4', 'v', 9, 'visits.refused.wrong_team', '何秀兰'),
  ])
  expect(works.map(({ account_name, code, commands }) => [account_name, code, commands.map(({ id }) => id)])).toEqual([
    ['蒲晓燕', 'visits.refused.reassigned', ['1', '2', '3']], ['何秀兰', 'visits.refused.wrong_team', ['4']],
  ])
})

test('the reason is the first that is one', () => {
  const [work] = heldWork([command('1', 'v', 9, 'sync.held.depends_on_held'), command('2', 'v', 10, 'visits.refused.cancelled')])
  expect(obstacleOf(work!.code)).toBe('cancelled')
})

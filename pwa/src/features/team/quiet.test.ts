import { expect, test } from 'vitest'
import type { FindingBody } from '../fulfilment/bodies'
import { heldWork, obstacleOf } from './held'
import { byNeed, lateItem, quietOf, type QuietFacts } from './quiet'
import { at, followUp, line, visit } from './sample'

function finding(resident_id: string, code: FindingBody['code'], since_on: string, detail: FindingBody['detail'] = {}): FindingBody {
  const severity = ({ sns_1: 'red', sns_2: 'red', sns_3: 'amber', sns_5: 'note' } as const)[code]
  return { id: `${resident_id}-${code}`, code, severity, resident_id, contract_id: null, since_on, detail }
}
const quiet = (facts: Partial<QuietFacts>) => quietOf({ findings: [], follow_ups: [], visits: [], ...facts })

test('one row a person, the gravest first', () => {
  const found = quiet({ findings: [finding('r', 'sns_3', '2026-07-01'), finding('r', 'sns_2', '2026-10-01', { item_code: 'B01' }), finding('q', 'sns_5', '2026-11-01')] })
  expect(found.map(({ resident_id, findings }) => [resident_id, findings.map(({ code }) => code)])).toEqual([['r', ['sns_2', 'sns_3']], ['q', ['sns_5']]])
  expect(found.map(lateItem)).toEqual(['B01', undefined])
})

test('whoever has a visit coming waits for that', () => {
  const visits = [visit('v', { status: 'accepted', services: [line('r', 'D01')] })]
  expect(quiet({ findings: [finding('r', 'sns_1', '2026-10-01')], visits })).toEqual([])
})

test('how often somebody tried, and what is due, stand beside it', () => {
  const missed = (id: string, on: string, kind: 'no_answer' | 'nobody_home') =>
    visit(id, { status: 'missed', services: [line('r', 'B01')], contact_attempts: [{ kind, occurred_at: at(9, 0, on) }] })
  const visits = [missed('v', '2026-10-25', 'no_answer'), missed('w', '2026-11-12', 'no_answer'), missed('x', '2026-11-12', 'no_answer')]
  const findings = [finding('r', 'sns_2', '2026-11-12')]
  expect(quiet({ findings, visits, follow_ups: [followUp('r', '2026-10-12')] })).toMatchObject([{ tried_count: 2, is_tried_by_phone: true, follow_ups: [{ programme: 'hypertension' }] }])
  expect(quiet({ findings, visits: [missed('v', '2026-10-25', 'nobody_home')] })).toMatchObject([{ tried_count: 1, is_tried_by_phone: false }])
})

test('by gravity, then risk, then time; who died or is in another team is not shown', () => {
  const found = quiet({ findings: [finding('a', 'sns_3', '2026-01-01'), finding('b', 'sns_1', '2026-09-01'), finding('c', 'sns_1', '2026-10-01'), finding('d', 'sns_1', '2026-08-01'), finding('e', 'sns_1', '2026-08-01')] })
  const residents = new Map([
    ['a', { risk: 'high' as const, deceased_on: null }], ['b', { risk: 'low' as const, deceased_on: null }], ['c', { risk: 'high' as const, deceased_on: null }],
    ['d', { risk: 'high' as const, deceased_on: '2026-11-01' }],
  ])
  expect(byNeed(found, residents).map(({ resident_id }) => resident_id)).toEqual(['c', 'b', 'a'])
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

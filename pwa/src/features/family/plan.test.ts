import { expect, test } from 'vitest'
import type { FamilyVisitBody, VisitStatus } from '../shared/documents'
import { agreedOn, cameToNothing, doneLately, itemCodes, toCome, type SeenVisit } from './plan'

const TODAY = '2026-11-24'

function visit(id: string, status: VisitStatus, more: Partial<FamilyVisitBody> & { next_visit_on?: string } = {}): SeenVisit {
  return { id, status, resident_ids: ['r'], team_id: 't', wish_on: null, wish_part: 'any', planned_start_at: null, clinician_ids: [], item_codes: ['D01'], ended_at: null, ...more }
}
const ids = (visits: SeenVisit[]) => visits.map(({ id }) => id)

test('who is on the way comes first, then day by day, planned and wished for alike', () => {
  const visits = [
    visit('wished on the 30th', 'requested', { wish_on: '2026-11-30', wish_part: 'morning' }),
    visit('planned on the 26th', 'scheduled', { planned_start_at: '2026-11-26T01:00:00Z', wish_on: '2026-11-25' }),
    visit('wished on the 26th, afternoon', 'accepted', { wish_on: '2026-11-26', wish_part: 'afternoon' }),
    visit('on the way', 'en_route', { planned_start_at: '2026-11-24T07:00:00Z' }),
    visit('done', 'completed', { ended_at: '2026-11-20T01:00:00Z' }),
  ]
  expect(ids(toCome(visits, TODAY))).toEqual(['on the way', 'planned on the 26th', 'wished on the 26th, afternoon', 'wished on the 30th'])
})

test('a plan for a day gone by is no longer to come; a request nobody answered is', () => {
  const visits = [
    visit('planned yesterday', 'scheduled', { planned_start_at: '2026-11-23T01:00:00Z' }),
    visit('planned this morning', 'scheduled', { planned_start_at: '2026-11-23T16:30:00Z' }),
    visit('wished last week', 'requested', { wish_on: '2026-11-17' }),
  ]
  expect(ids(toCome(visits, TODAY))).toEqual(['wished last week', 'planned this morning'])
})

test('what was done, the latest first, apart from what came to nothing', () => {
  const visits = [
    visit('in May', 'verified', { ended_at: '2026-05-01T01:00:00Z' }),
    visit('in June', 'completed', { ended_at: '2026-06-01T01:00:00Z' }),
    visit('called off', 'cancelled', { wish_on: '2026-06-01' }),
    visit('nobody home', 'missed', { planned_start_at: '2026-07-01T01:00:00Z' }),
  ]
  expect(ids(doneLately(visits))).toEqual(['in June', 'in May'])
  expect(ids(cameToNothing(visits))).toEqual(['nobody home', 'called off'])
})

test('the day agreed on at the last visit counts while it is to come', () => {
  const last = visit('last', 'verified', { ended_at: '2026-11-14T01:00:00Z', next_visit_on: '2026-12-14' })
  const before = visit('before', 'verified', { ended_at: '2026-10-14T01:00:00Z', next_visit_on: '2026-12-30' })
  expect(agreedOn([before, last], TODAY)).toBe('2026-12-14')
  expect(agreedOn([before, last], '2026-12-15')).toBeUndefined()
  expect(agreedOn([], TODAY)).toBeUndefined()
})

test('two lines for one item, as for a couple, are one thing to be done', () => {
  const line = { id: '1', resident_id: 'r', contract_id: null, item_code: 'A02', outcome: 'planned' as const, is_over_quota: false }
  const whole = { ...visit('v', 'scheduled'), services: [line, { ...line, id: '2' }] } as unknown as SeenVisit
  expect(itemCodes(whole)).toEqual(['A02'])
  expect(itemCodes(visit('v', 'scheduled'))).toEqual(['D01'])
})

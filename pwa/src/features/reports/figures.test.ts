import { expect, test } from 'vitest'
import { censusDays, mostUnserved, organizationLines, teamLines, villageLines, type Counts, type Overview } from './figures'

function counts(signed: number, done: number, due: number, unserved: number): Counts {
  const rate = (numerator: number, denominator: number) => ({ numerator, denominator, percent: null })
  return {
    residents_count: 0, key_group_count: 0, due_count: due, fulfilled_count: done, visits_count: 0, visits_month_count: 0, signed: rate(signed, 0),
    key_group_signed: rate(0, 0), visits_confirmed: rate(0, 0), controlled: rate(0, 0), renewed: rate(0, 0), signed_count: signed, fulfilled: rate(done, due),
    unserved_count: unserved,
  }
}
const OVERVIEW: Overview = {
  on: '2026-11-24', counted_at: '2026-11-24T01:00:00Z', changed_count: 0, total: counts(105, 92, 104, 11),
  organizations: [{ organization_id: 'o1', name: '中心卫生院', counts: counts(78, 64, 74, 1) }, { organization_id: 'o2', name: '河东', counts: counts(27, 8, 24, 9) }],
  teams: [
    { team_id: 't2', name: '第三团队', organization_id: 'o2', counts: counts(27, 8, 24, 9) }, { team_id: 't1', name: '第一团队', organization_id: 'o1', counts: counts(78, 64, 74, 1) },
  ],
  villages: [
    { village: '青冈岭村', team_ids: ['t2'], counts: counts(27, 8, 24, 9) }, { village: '石板桥村', team_ids: ['t1', 't2'], counts: counts(78, 64, 74, 1) },
    { village: '没人签约', team_ids: [], counts: counts(0, 0, 0, 0) },
  ],
}

test('the largest first, each with its fraction', () => {
  expect(teamLines(OVERVIEW).map(({ name, of, done, due }) => [name, of, done, due])).toEqual([['第一团队', '中心卫生院', 64, 74], ['第三团队', '河东', 8, 24]])
})

test('a village says whose it is; one with nobody signed is left out', () => {
  expect(villageLines(OVERVIEW, '、').map(({ name, of }) => [name, of])).toEqual([['石板桥村', '第一团队、第三团队'], ['青冈岭村', '第三团队']])
})

test('a single institution needs no table', () => {
  expect(organizationLines(OVERVIEW)).toHaveLength(2)
  expect(organizationLines({ organizations: OVERVIEW.organizations.slice(1) })).toEqual([])
})

test('where most were never served', () => {
  const lines = villageLines(OVERVIEW, '、')
  expect(mostUnserved(lines).map(({ name }) => name)).toEqual(['青冈岭村', '石板桥村'])
  expect(mostUnserved(lines.map((line) => ({ ...line, unserved: 0 })))).toEqual([])
})

test('today, the ends of the months before, the end of last year', () => {
  expect(censusDays('2026-11-24')).toEqual(['2026-11-24', '2026-10-31', '2026-09-30', '2026-08-31', '2025-12-31'])
  expect(censusDays('2026-02-01')).toEqual(['2026-02-01', '2026-01-31', '2025-12-31'])
  expect(censusDays('2026-01-15')).toEqual(['2026-01-15', '2025-12-31'])
})

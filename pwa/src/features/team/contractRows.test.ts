import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/review_due.json'
import { workingCalendar } from '../followups/workdays'
import type { ContractBody } from '../shared/documents'
import { contractRows, reviewDueOn } from './contractRows'

const NOTICE_2026 = { year: 2026, days_off: [{ first: '2026-10-01', last: '2026-10-07' }], days_worked: ['2026-09-20', '2026-10-10'] }
const calendar = workingCalendar([NOTICE_2026], { fixed: ['01-01'], lunar: {} })
const TERMS = { review_within_working_days: 3, first_visit_within_days: 30, photo_reminder_days: 3 }
const TODAY = '2026-11-24'

test.each(cases)('an application is answered within three working days: $id', ({ submitted_on, due_on }) => {
  expect(reviewDueOn(submitted_on, 3, calendar)).toBe(due_on)
})

const of = (id: string, more: Partial<ContractBody>): ContractBody => ({ id, resident_id: id, team_id: 't', status: 'active', package_ids: [], starts_on: '2026-01-01', ends_on: '2027-01-01', entitlements: [{ consumed: 1 }] as never, ...more })

test('first who waits for an answer, then who was never visited, then what is to be signed, then what ends', () => {
  const rows = contractRows([
    of('quiet', {}),
    of('on paper', { proof_awaited_since_on: '2026-11-20' }),
    of('ending', { ended_on: '2026-12-10', end_reason: 'moved_away' }),
    of('changing', { amendments: [{ status: 'pending_sign', from_on: '2026-11-25' }] as never }),
    of('new', { starts_on: '2026-10-20', entitlements: [] }),
    of('too early', { starts_on: '2026-11-20', entitlements: [] }),
    of('asked', { status: 'pending_review', submitted_at: '2026-11-18T02:00:00Z' }),
  ], TODAY, TERMS, calendar)
  expect(rows.map(({ what, contract, late_days }) => [what, contract.id, late_days])).toEqual([['asked', 'asked', 1], ['first_visit', 'new', 5], ['change', 'changing', 0], ['photo', 'on paper', 1], ['ends', 'ending', 0]])
})

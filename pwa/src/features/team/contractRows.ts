import { addDays, daysBetween, localTime } from '@/i18n/calendar'
import { firstVisitOn, isLive } from '../contracts/life'
import type { ContractTerms } from '../contracts/term'
import type { WorkingCalendar } from '../followups/workdays'
import type { ContractBody } from '../shared/documents'

/** What of the team's contracts waits for the leader. Source: domain rules §1.3; values: the rule table `contract_terms`. */

export interface ContractRow {
  contract: ContractBody
  /** To be answered; nobody has been there yet; agreed but not signed; signed without the photo or the voice having come; ends by notice. */
  what: 'asked' | 'first_visit' | 'change' | 'photo' | 'ends'
  /** By when. */
  due_on: string
  late_days: number
}

/** So many days before its time a first visit is worth a row; when it is late as long again, it stands among those long not visited. */
const SOON_DAYS = 7
const ORDER = ['asked', 'first_visit', 'change', 'photo', 'ends'] as const

export function contractRows(contracts: readonly ContractBody[], today: string, terms: Pick<ContractTerms, 'review_within_working_days' | 'first_visit_within_days' | 'photo_reminder_days'>, calendar: WorkingCalendar): ContractRow[] {
  const rows = contracts.flatMap((contract) => {
    const found = rowOf(contract, today, terms, calendar)
    return found ? [{ contract, ...found, late_days: Math.max(0, daysBetween(found.due_on, today)) }] : []
  })
  return rows.sort((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what) || a.due_on.localeCompare(b.due_on))
}

function rowOf(contract: ContractBody, today: string, terms: Pick<ContractTerms, 'review_within_working_days' | 'first_visit_within_days' | 'photo_reminder_days'>, calendar: WorkingCalendar): Pick<ContractRow, 'what' | 'due_on'> | undefined {
  if (contract.status === 'pending_review' && contract.submitted_at) return { what: 'asked', due_on: reviewDueOn(localTime(contract.submitted_at).on, terms.review_within_working_days, calendar) }
  const first_on = firstVisitOn(contract, terms.first_visit_within_days)
  const left = first_on ? daysBetween(today, first_on) : SOON_DAYS + 1
  if (first_on && left <= SOON_DAYS && left >= -terms.first_visit_within_days) return { what: 'first_visit', due_on: first_on }
  const change = contract.amendments?.find(({ status }) => status === 'pending_sign')
  if (change) return { what: 'change', due_on: change.from_on }
  if (contract.proof_awaited_since_on && isLive(contract)) return { what: 'photo', due_on: addDays(contract.proof_awaited_since_on, terms.photo_reminder_days) }
  return contract.status === 'active' && contract.ended_on ? { what: 'ends', due_on: contract.ended_on } : undefined
}

/** The working day by which the team has answered. The twin of review_due_on in jiayi/contracts/rules.py. */
export function reviewDueOn(submitted_on: string, working_days: number, calendar: WorkingCalendar): string {
  let day = submitted_on
  for (let n = 0; n < working_days; n += 1) day = calendar.onOrAfter(addDays(day, 1))
  return day
}

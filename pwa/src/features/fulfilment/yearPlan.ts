import type { ContractBody, FollowUpBody } from '../shared/documents'
import type { FulfilmentBody, FulfilmentRules } from './bodies'
import { months, windows, type Window, type WindowState } from './plan'

/** The running year of a contract, out of what lies on the phone: what it gives, what counts as done, what is planned. */

export interface PlanLine {
  item_code: string
  windows: Window[]
}

export interface YearPlan {
  first_on: string
  months: (WindowState | null)[]
  lines: PlanLine[]
  count: number
  done_count: number
}

export interface PlanFacts {
  contract: ContractBody
  fulfilments: readonly FulfilmentBody[]
  follow_ups: readonly FollowUpBody[]
  rules: FulfilmentRules
  regular_months: number
  today: string
}

/** Undefined where nothing has a number, or the contract's first day has not come. */
export function yearPlan({ contract, fulfilments, follow_ups, rules, regular_months, today }: PlanFacts): YearPlan | undefined {
  const owed = (contract.entitlements ?? []).filter(({ item_code, quota, period_start_on, period_end_on }) =>
    !!quota && rules.items_owed.includes(item_code) && period_start_on <= today && today <= period_end_on)
  if (!owed.length) return undefined
  const due = new Map(follow_ups.filter(({ status }) => status === 'due').map(({ programme, due_on }) => [rules.follow_up_items[programme], due_on]))
  const lines = owed.map(({ item_code, quota, period_start_on, period_end_on }): PlanLine => ({
    item_code,
    windows: windows(
      { count: quota!, first_on: period_start_on, last_on: period_end_on },
      fulfilments.filter((one) => one.item_code === item_code && one.is_counted).map(({ done_on }) => done_on),
      today, due.get(item_code) ?? null, regular_months, contract.suspensions,
    ),
  }))
  const first_on = owed.map(({ period_start_on }) => period_start_on).sort()[0]!
  const every = lines.flatMap((line) => line.windows)
  return {
    first_on, months: months(first_on, every, contract.suspensions), lines: lines.sort(byNeed), count: every.filter(({ state }) => state !== 'rest').length,
    done_count: every.filter(({ state }) => state === 'done').length,
  }
}

/** It is still to be done. */
export function isOpen({ state }: Window): boolean {
  return state !== 'done' && state !== 'rest'
}

/** What is late first, then what is next, what is all done last. */
function byNeed(a: PlanLine, b: PlanLine): number {
  return nextOn(a).localeCompare(nextOn(b)) || a.item_code.localeCompare(b.item_code)
}

function nextOn({ windows: of }: PlanLine): string {
  return of.find(isOpen)?.last_on ?? '9999'
}

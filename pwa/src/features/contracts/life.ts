import { addDays, daysBetween } from '@/i18n/calendar'
import type { ContractBody } from '../shared/documents'
import type { ContractTerms } from './term'

/**
 * What follows from a contract's dates, on the day of looking. Nothing of it is written down anywhere.
 *
 * The twin of jiayi/contracts/rules.py; both are held to tests/tables/contract_phases.json, contract_rests.json and panels.json.
 */

/** In force: a resident has one such contract at most. */
export const LIVE: readonly ContractBody['status'][] = ['active', 'suspended']

export function isLive({ status }: Pick<ContractBody, 'status'>): boolean {
  return LIVE.includes(status)
}

/** It ends soon, or has run out so lately that the next one continues it. */
export function phaseOf({ status, ends_on }: Pick<ContractBody, 'status' | 'ends_on'>, on: string, terms: Pick<ContractTerms, 'renewal_opens_days' | 'lapse_days'>): 'expiring' | 'lapsed' | null {
  if (!ends_on) return null
  const left = daysBetween(on, ends_on)
  if (status === 'active' && left >= 0 && left <= terms.renewal_opens_days) return 'expiring'
  return status === 'expired' && left < 0 && -left <= terms.lapse_days ? 'lapsed' : null
}

/** Days since the first on which something was owed: without those on which the contract rested. */
export function careDays({ starts_on, suspensions = [] }: Pick<ContractBody, 'starts_on' | 'suspensions'>, on: string): number {
  if (!starts_on || starts_on > on) return 0
  const rested = suspensions.reduce((sum, { from_on, until_on }) => {
    const [first, last] = [from_on > starts_on ? from_on : starts_on, until_on && until_on < on ? until_on : on]
    return sum + Math.max(0, daysBetween(first, last))
  }, 0)
  return daysBetween(starts_on, on) - rested
}

/** How full a team is that looks after so many. */
export function panelState(carried: number, doctors: number, terms: Pick<ContractTerms, 'panel_warning_count' | 'panel_full_count'>): 'free' | 'crowded' | 'full' {
  const each = Math.max(1, doctors)
  if (carried >= terms.panel_full_count * each) return 'full'
  return carried >= terms.panel_warning_count * each ? 'crowded' : 'free'
}

/** By when somebody has to have been there for the first time; null once something was done, and for a renewal. */
export function firstVisitOn(contract: ContractBody, within_days: number): string | null {
  const { status, starts_on, renews_id } = contract
  return status === 'active' && starts_on && !renews_id && !isVisited(contract) ? addDays(starts_on, within_days) : null
}

/** Something of it was given already. */
export function isVisited({ entitlements = [] }: Pick<ContractBody, 'entitlements'>): boolean {
  return entitlements.some(({ consumed }) => consumed > 0)
}

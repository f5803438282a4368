import { daysBetween } from '@/i18n/calendar'
import { isLive } from '../contracts/life'
import type { ContractBody } from '../shared/documents'

/** What there is to sign: `first` contract, the `next` one, one that `waits` for the resident's hand; null: nothing, or one that the team has to answer first. */
export function signingOf(contracts: readonly ContractBody[], renewal_opens_days: number, today: string): 'first' | 'next' | 'waits' | null {
  if (contracts.some(({ status }) => status === 'pending_sign')) return 'waits'
  if (contracts.some(({ status }) => status === 'pending_review' || status === 'renewal_signed')) return null
  if (contracts.some(({ status }) => status === 'draft')) return 'first'
  const active = contracts.find(isLive)
  if (!active?.ends_on) return 'first'
  return daysBetween(today, active.ends_on) <= renewal_opens_days ? 'next' : null
}

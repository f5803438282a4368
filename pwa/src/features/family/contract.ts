import { daysBetween } from '@/i18n/calendar'
import type { ContractBody, EntitlementBody, PackageBody } from '../shared/documents'

/** What a contract gives an elder this year, for the page that says so. Pure. */

export interface YearOf {
  /** Counted ones: those begun first, then untouched ones, used-up ones last. */
  counted: EntitlementBody[]
  /** As often as needed. */
  free: EntitlementBody[]
}

export function yearOf(contract: ContractBody, on: string): YearOf {
  const year = (contract.entitlements ?? []).filter(({ period_start_on, period_end_on }) => period_start_on <= on && on <= period_end_on)
  const byCode = (a: EntitlementBody, b: EntitlementBody) => 'DCBAE'.indexOf(a.item_code[0]!) - 'DCBAE'.indexOf(b.item_code[0]!) || a.item_code.localeCompare(b.item_code)
  const rank = ({ consumed, reserved, left }: EntitlementBody) => (left === 0 ? 2 : consumed + reserved ? 0 : 1)
  return {
    counted: year.filter(({ quota }) => quota !== null).sort((a, b) => rank(a) - rank(b) || byCode(a, b)),
    free: year.filter(({ quota }) => quota === null).sort(byCode),
  }
}

/** What the resident pays a year for these packages, in fen. */
export function ownFee(packages: readonly PackageBody[]): number {
  return packages.reduce((sum, { payer_split }) => sum + (payer_split.resident ?? 0), 0)
}

/** In the last weeks one should speak of the next year. */
const SOON_DAYS = 60

/** Days until the contract ends, while it is time to think of it. */
export function endsSoon({ status, ends_on }: ContractBody, today: string): number | null {
  if (status !== 'active' || !ends_on) return null
  const days = daysBetween(today, ends_on)
  return days >= 0 && days <= SOON_DAYS ? days : null
}

import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { t } from '@/i18n'
import { moneyText, numberText } from '@/i18n/dates'

/** A team's month in words. */
export type Sums = components['schemas']['FeeSums']
export const PAYERS = ['public_health', 'insurance', 'institution', 'resident'] as const

export function monthText(month_on: string): string {
  return t('fees-month', { year: month_on.slice(0, 4), month: String(Number(month_on.slice(5, 7))) })
}

/** What is given back is said with a minus before it. */
export function signedMoney(fen: number): string {
  return fen < 0 ? `−${moneyText(-fen)}` : moneyText(fen)
}

/** From 0 to 1, as the norm has it. */
export function factorText(factor_bp: number): string {
  return numberText(factor_bp / 10_000, 2)
}

/** The quality over all contracts: what was earned of what everything done would have brought. */
export function wholeFactor({ accrued_fen, base_fen }: Sums): string {
  return base_fen ? numberText(accrued_fen / base_fen, 2) : t('fees-none')
}

/** The table for a spreadsheet, kept as a file. */
export async function saveTable(month_on: string): Promise<void> {
  const { data } = await api.GET('/api/v1/fee-statements/export', { params: { query: { month_on } }, parseAs: 'blob' })
  const address = URL.createObjectURL(data as unknown as Blob)
  const link = Object.assign(document.createElement('a'), { href: address, download: `fees-${month_on.slice(0, 7)}.csv` })
  link.click()
  URL.revokeObjectURL(address)
}

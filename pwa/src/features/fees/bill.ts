import type { components } from '@/api/schema'
import { t } from '@/i18n'
import { dateText, moneyText } from '@/i18n/dates'
import { facts } from '../shared/people'
import type { Source } from './price'

/** A visit's bill for one resident: what it cost, who pays, whether the resident's part has come in. */
export type Bill = Omit<components['schemas']['VisitBill'], 'payers'> & { payers: Record<Source, number> }

export type Standing = 'nothing' | 'open' | 'paid' | 'differs'

/** What stands between what is owed and what has come in. */
export function standingOf({ payers, payment }: Pick<Bill, 'payers' | 'payment'>): Standing {
  if (payment) return payment.amount_fen === payers.resident ? 'paid' : 'differs'
  return payers.resident > 0 ? 'open' : 'nothing'
}

/** `11月20日付了120元，扫码`, or what is still open. */
export function paidText(bill: Pick<Bill, 'payers' | 'payment'>, today?: string): string {
  const standing = standingOf(bill)
  if (!bill.payment) return t(`fees-paid-${standing}`)
  const { amount_fen, how, paid_on } = bill.payment
  const said = facts([t('fees-paid-on', { day: dateText(paid_on, today), amount: moneyText(amount_fen) }), t(`fees-how-${how}`)])
  return standing === 'differs' ? facts([said, t('fees-paid-differs', { owed: moneyText(bill.payers.resident) })]) : said
}

/** What has not come in first, the longest ago first; then what has, the latest first. */
export function byUrgency(bills: readonly Bill[]): { open: Bill[]; paid: Bill[] } {
  const of = (...standings: Standing[]): Bill[] => bills.filter((bill) => standings.includes(standingOf(bill)))
  return {
    open: of('open', 'differs').sort((a, b) => a.done_on.localeCompare(b.done_on) || a.id.localeCompare(b.id)),
    paid: of('paid').sort((a, b) => b.payment!.paid_on.localeCompare(a.payment!.paid_on) || b.id.localeCompare(a.id)),
  }
}

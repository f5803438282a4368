import { t } from '@/i18n'
import { moneyText } from '@/i18n/dates'
import { charges, pay, type VisitPrices } from '../fees/price'
import type { ServiceItemBody } from '../shared/documents'
import { homeText, phoneOf } from '../shared/people'
import type { Person } from './people'
import { maskedPhone } from './phones'

/** Where we come, whom we ring before, what it costs besides: as far as this phone knows. */
export function confirmFacts({ name, resident }: Person, item: ServiceItemBody & { price_basis?: string }, is_covered = true, prices?: VisitPrices): { label: string; value: string }[] {
  const own = prices ? pay(charges([{ item_code: item.code, price_fen: item.price_fen, is_covered }], prices)).resident : 0
  const phone = resident.phones && phoneOf({ phones: resident.phones })
  const home = homeText({ address_text: null, village: null, village_group: null, ...resident })
  return [
    { label: t('family-fact-place'), value: home || t('family-fact-home_of', { name }) },
    ...(phone ? [{ label: t('family-fact-call'), value: t('family-fact-number', { number: maskedPhone(phone.number), whose: phone.label ?? t(`family-relation-${phone.relation}`) }) }] : []),
    { label: t('family-fact-pay'), value: own ? t('family-pay-some', { amount: moneyText(own) }) : t(`family-pay-${payment(item.price_basis)}`) },
  ]
}

/** What the package does not cover although the item is in it. */
function payment(price_basis: string | undefined): 'none' | 'test' | 'list' {
  if (price_basis === 'plus_test') return 'test'
  return price_basis === 'clinic_fee' || price_basis === 'price_list' || price_basis === 'agreement' ? 'list' : 'none'
}

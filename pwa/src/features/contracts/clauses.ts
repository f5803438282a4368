import { t } from '@/i18n'
import { dateText, moneyText } from '@/i18n/dates'
import type { PackageBody } from '../shared/documents'
import { facts as inOneLine, listed } from '../shared/people'
import { calledClinician, itemWord } from '../shared/words'
import { mergedQuotas } from './packages'
import { termOf } from './term'
import type { Signing } from './useSigning'

/** The four things somebody hears before signing: what, who, how long, how much. Plain sentences, read aloud as they stand. */

export interface Clause {
  id: 'what' | 'who' | 'how_long' | 'how_much'
  text: string
}

/** So many services are named; a longer list is not heard. */
const NAMED = 4
/** What elders ask about most comes first. */
const FIRST = ['B01', 'B02', 'D01', 'C07', 'A02', 'C05', 'D09', 'B04', 'B05']
const MEDICINE = 'C04'

export function clausesOf({ facts, by_code, items, members, terms, active }: Signing, held: readonly PackageBody[], today: string): Clause[] {
  const quotas = mergedQuotas(held, by_code, facts, today)
  const counted = [...quotas].filter(([code, quota]) => quota !== null && code !== MEDICINE).sort(([a], [b]) => rank(a) - rank(b)).slice(0, NAMED)
  const services = inOneLine(counted.map(([code, quota]) => t('contracts-clause-times', { item: spoken(code, items), count: String(quota) })))
  const what = quotas.has(MEDICINE) ? 'contracts-clause-what_and_medicine' : 'contracts-clause-what_said'
  const visiting = members.filter(({ profession }) => profession === 'doctor' || profession === 'nurse' || profession === 'tcm_doctor')
  const years = terms?.years_default ?? 1
  const { ends_on } = termOf(today, years, terms ?? { starts_after_days: 1 }, active?.ends_on)
  return [
    { id: 'what', text: t(what, { services }) },
    { id: 'who', text: t('contracts-clause-who_said', { names: listed(visiting.map(calledClinician)) }) },
    { id: 'how_long', text: t('contracts-clause-how_long_said', { years, day: dateText(ends_on, today) }) },
    { id: 'how_much', text: costs(held, terms?.cooling_off_days) },
  ]
}

/** As one says it to an old person: the family's words for a service. */
function spoken(code: string, items: Signing['items']): string {
  const id = `family-item-${code}`
  return t(id) === id ? itemWord(code, items.get(code)) : t(id)
}

/** What the resident pays a year for all of them, in fen. */
export function ownShare(held: readonly PackageBody[]): number {
  return held.reduce((sum, { payer_split }) => sum + (payer_split.resident ?? 0), 0)
}

function costs(held: readonly PackageBody[], cooling_off_days: number | undefined): string {
  const fen = ownShare(held)
  if (!fen) return t('contracts-clause-free')
  const amount = t(held.some(({ is_example_price }) => is_example_price) ? 'contracts-clause-example' : 'contracts-clause-amount', { amount: moneyText(fen) })
  return cooling_off_days ? amount + t('contracts-clause-refund', { days: String(cooling_off_days) }) : amount
}

function rank(code: string): number {
  const at = FIRST.indexOf(code)
  return at < 0 ? FIRST.length : at
}

import { t } from '@/i18n'
import type { ContractBody, EntitlementBody, MeasurementBody, VisitLine } from '../shared/documents'
import { pressureOf } from '../shared/pressure'
import { covers } from './consumed'

/** What ticking a service means: which reading goes with it, and what it takes from the year's promise. */

export function entitlementOf(contract: ContractBody | undefined, item_code: string, on: string): EntitlementBody | undefined {
  return contract?.entitlements?.find((one) => covers(one, { item_code }, on))
}

/** `还剩1次`, `今年4次做满了`, `超出4次额度`; without a contract for it, that. */
export function leftText(entitlement: EntitlementBody | undefined, is_done: boolean): string {
  if (!entitlement) return t('visits-tick-not_in_package')
  const { quota, consumed } = entitlement
  if (quota === null) return t('visits-tick-unlimited')
  const left = quota - consumed - (is_done ? 1 : 0)
  if (left < 0) return t('visits-tick-over', { quota: String(quota) })
  if (left === 0) return is_done || consumed >= quota ? t('visits-tick-full', { quota: String(quota) }) : t('visits-tick-left', { count: String(left) })
  return t(is_done ? 'visits-tick-left_after' : 'visits-tick-left', { count: String(left) })
}

/** The same of something that nobody has booked yet: what other visits hold is not left. */
export function leftToBook(entitlement: EntitlementBody | undefined): string {
  if (!entitlement || entitlement.quota === null) return leftText(entitlement, false)
  const { quota, consumed, reserved } = entitlement
  if (consumed >= quota) return leftText(entitlement, false)
  return consumed + reserved >= quota ? t('visits-tick-booked_up', { quota: String(quota) }) : t('visits-tick-left', { count: String(quota - consumed - reserved) })
}

/** Readings that stand for a service. */
const READING_OF: Readonly<Record<string, MeasurementBody['kind']>> = { B01: 'blood_pressure', B02: 'glucose' }

/** `152/88`, `空腹7.1` */
export function readingText(item_code: string, values: readonly MeasurementBody[]): string | undefined {
  const kind = READING_OF[item_code]
  const last = values.find((value) => value.kind === kind)
  if (!last) return undefined
  const pressure = pressureOf(last)
  if (pressure) return `${pressure.systolic}/${pressure.diastolic}`
  const { fasting, random } = last.values
  return fasting !== undefined ? t('visits-reading-fasting', { value: String(fasting) }) : t('visits-reading-random', { value: String(random) })
}

export function tickNote(line: VisitLine, contract: ContractBody | undefined, values: readonly MeasurementBody[], on: string): string {
  const left = leftText(entitlementOf(contract, line.item_code, on), line.outcome === 'done')
  const before = line.outcome === 'done' ? readingText(line.item_code, values) : line.outcome === 'not_done' ? t('visits-tick-not_today') : undefined
  return before ? t('visits-tick-note', { before, left }) : left
}

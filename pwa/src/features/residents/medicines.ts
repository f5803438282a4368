import { addDays, daysBetween } from '@/i18n/calendar'
import type { PrescriptionBody, RefillRequestBody } from '../shared/documents'

/** What somebody takes at home and how long it lasts: of each drug the latest supply. */

export interface Medicine {
  drug_id: string
  name: string
  dose_text: string
  /** Days of medicine left, today included; null before it was handed over. */
  days_left: number | null
  prescription_id: string
  is_asked_for: boolean
}

/** Within so many days somebody has to think of it. */
export const SOON_DAYS = 7
/** What ran out this long ago is no longer taken. */
const FORGOTTEN_DAYS = 60

export function medicinesOf(prescriptions: readonly PrescriptionBody[], requests: readonly RefillRequestBody[], today: string): Medicine[] {
  const latest = new Map<string, Medicine>()
  const newest_first = [...prescriptions].sort((a, b) => b.issued_on.localeCompare(a.issued_on))
  for (const { id, drugs, supply_end_on } of newest_first.filter((one) => !isForgotten(one, today))) {
    const is_asked_for = requests.some(({ prescription_id, status }) => prescription_id === id && status === 'pending')
    for (const { drug_id, name, dose_text } of drugs) {
      const key = `${drug_id} ${name}`
      const known = latest.get(key)
      // The box at home counts until the next one has been handed over.
      if (known && known.days_left !== null) continue
      const days_left = supply_end_on ? Math.max(0, daysBetween(today, supply_end_on)) : null
      if (!known || days_left !== null) latest.set(key, { drug_id, name, dose_text, days_left, prescription_id: id, is_asked_for: is_asked_for || !!known?.is_asked_for })
    }
  }
  return [...latest.values()].sort((a, b) => (a.days_left ?? Infinity) - (b.days_left ?? Infinity))
}

function isForgotten({ supply_end_on }: PrescriptionBody, today: string): boolean {
  return supply_end_on !== null && addDays(supply_end_on, FORGOTTEN_DAYS) < today
}

import { computed, type ComputedRef, type Ref } from 'vue'
import type { Documents } from '@/db/documents'
import type { Festivals, Holidays } from '../followups/workdays'
import { ruleTable, ruleTableVersions } from '../shared/ruleTables'
import { useToday } from '../shared/useToday'
import type { VisitBooking } from './bookable'
import { offeredDays, type OfferedDay } from './days'
import { useSlots } from './useSlots'

/** Until the first download has brought the tables. */
const HORIZON_DAYS = 14

/** By which days are offered, as far as this phone knows. */
export async function readDays(docs: Documents) {
  const [booking, holidays, festivals] = await Promise.all([
    ruleTable<VisitBooking>(docs, 'visit_booking'), ruleTableVersions<Holidays>(docs, 'holidays'), ruleTable<Festivals>(docs, 'festivals'),
  ])
  return { horizon_days: booking?.horizon_days ?? HORIZON_DAYS, holidays, festivals: festivals ?? { fixed: [], lunar: {} } }
}

/** The days on which the team can be asked to come; none before they are read. */
export function useOfferedDays(team_id: Readonly<Ref<string | undefined>>, read: Readonly<Ref<Awaited<ReturnType<typeof readDays>> | undefined>>): ComputedRef<OfferedDay[]> {
  const today = useToday()
  const slots = useSlots(team_id, today, HORIZON_DAYS)
  return computed(() => (read.value ? offeredDays(today.value, read.value.horizon_days, read.value.holidays, read.value.festivals, slots.value) : []))
}

import { shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { addDays } from '@/i18n/calendar'
import type { DaySlots } from './days'

/** Which windows of the team are free. Without signal nothing is known of them, and one can ask for any day. */
export function useSlots(team_id: Readonly<Ref<string | undefined>>, today: Readonly<Ref<string>>, days: number): Readonly<ShallowRef<readonly DaySlots[]>> {
  const slots = shallowRef<readonly DaySlots[]>([])
  watch([team_id, today], async ([team, from]) => {
    if (!team) return
    // Nobody waits for this, neither for the answer nor for what asks.
    const { api, dataOf } = await import('@/api/client')
    const asked = api.GET('/api/v1/visit-slots', { params: { query: { team_id: team, from_on: addDays(from, 1), days } } })
    const found = await dataOf(asked).catch(() => null)
    if (found) slots.value = found.items
  }, { immediate: true })
  return slots
}

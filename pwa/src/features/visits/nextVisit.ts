import { addDays, weekday } from '@/i18n/calendar'
import { againOn } from '../followups/answers'
import type { FollowUpBody } from '../shared/documents'
import type { VisitRead } from './useVisit'

/** When somebody comes again: what the follow-up asks for, else nothing is said yet. */
export function suggestedOn(read: VisitRead, today: string): string | undefined {
  const days = read.residents.flatMap((resident) => {
    const held = heldToday(read, read.follow_ups.get(resident.id) ?? [])
    return held.flatMap(({ outcome }) => (outcome && againOn(today, outcome, read.tables)) ?? [])
  })
  return days.sort()[0]
}

function heldToday(read: VisitRead, follow_ups: readonly FollowUpBody[]): FollowUpBody[] {
  return follow_ups.filter(({ status, visit_id }) => status === 'done' && visit_id === read.visit.id)
}

/** Near days that one picks with a tap; never a Sunday. */
export function offeredDays(today: string): { id: 'week' | 'fortnight' | 'month' | 'quarter'; on: string }[] {
  const after = (days: number): string => {
    const on = addDays(today, days)
    return weekday(on) === 7 ? addDays(on, 1) : on
  }
  return [
    { id: 'week', on: after(7) },
    { id: 'fortnight', on: after(14) },
    { id: 'month', on: after(30) },
    { id: 'quarter', on: after(90) },
  ]
}

import { t } from '@/i18n'
import { nearMomentText } from '@/i18n/dates'
import type { VisitBody } from '../shared/documents'
import { isDone, type SeenVisit } from './plan'

type State = 'done' | 'now' | 'todo'
export interface Step {
  label: string
  at?: string
  state: State
}

const ORDER = ['requested', 'accepted', 'scheduled', 'en_route', 'in_progress', 'completed'] as const

/** How far a visit has come, for visits that go their way; what ended otherwise has no steps. */
export function visitSteps(visit: SeenVisit, who: string, today: string): Step[] {
  const at = ORDER.findIndex((status) => status === (visit.status === 'verified' ? 'completed' : visit.status))
  if (at < 0) return []
  const { requested_at, departed_at, started_at, ended_at } = visit as Partial<VisitBody>
  const state = (n: number): State => (at > n || isDone(visit) ? 'done' : at === n ? 'now' : 'todo')
  const when = (moment: string | null | undefined): string | undefined => (moment ? nearMomentText(moment, today) : undefined)
  return [
    { label: t('family-step-asked'), at: when(requested_at), state: 'done' },
    { label: t(at >= 2 && who ? 'family-step-planned' : 'family-step-plan', { who }), state: at >= 2 ? 'done' : 'now' },
    { label: t('family-step-way'), at: when(departed_at), state: at >= 4 ? 'done' : at === 3 ? 'now' : 'todo' },
    { label: t('family-step-there'), at: when(started_at), state: state(4) },
    { label: t('family-step-done'), at: when(ended_at), state: state(5) },
  ]
}

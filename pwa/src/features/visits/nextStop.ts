import type { Documents } from '@/db/documents'
import { localTime } from '@/i18n/calendar'
import type { ResidentBody, VisitBody } from '../shared/documents'
import { withMe } from './mine'

/** Where to go from here: the first stop of the day that is not over. */
export async function readNext(docs: Documents, today: string, clinician_id: string): Promise<{ id: string; status: VisitBody['status']; name: string } | null> {
  const views = await docs.withStatus<VisitBody>('visit', ['scheduled', 'en_route', 'in_progress'])
  const mine = views.map((view) => withMe(view, clinician_id)).filter((visit) => visit.clinician_ids.includes(clinician_id) && isToday(visit, today))
  const [next] = mine.sort((a, b) => begun(b) - begun(a) || (a.order_no ?? 1_000) - (b.order_no ?? 1_000) || at(a).localeCompare(at(b)))
  if (!next) return null
  const home = await docs.get<ResidentBody>('resident', next.resident_ids[0] ?? '')
  return { id: next.id, status: next.status, name: home?.body.name ?? '' }
}

function isToday(visit: VisitBody, today: string): boolean {
  return begun(visit) > 0 || (!!visit.planned_start_at && localTime(visit.planned_start_at).on === today)
}

function begun({ status }: VisitBody): number {
  return status === 'scheduled' ? 0 : 1
}

function at({ planned_start_at }: VisitBody): string {
  return planned_start_at ?? ''
}

import type { View } from '@/db/documents'
import type { VisitBody } from '../shared/documents'

/** What this phone has begun or joined is its own clinician's, before the server has said so. */
const JOINING = new Set(['visits.start_unplanned', 'visits.depart', 'visits.check_in', 'visits.miss'])

export function withMe({ body, pending }: View<VisitBody>, clinician_id: string): VisitBody {
  const is_joined = !body.clinician_ids.includes(clinician_id) && pending.some(({ kind }) => JOINING.has(kind))
  return is_joined ? { ...body, clinician_ids: [...body.clinician_ids, clinician_id] } : body
}

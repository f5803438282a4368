import type { View } from '@/db/documents'
import type { VisitBody } from '../shared/documents'

/** What this phone has begun or joined is its own clinician's, before the server has said so. */
const JOINING = new Set(['visits.start_unplanned', 'visits.depart', 'visits.check_in', 'visits.miss'])

/** The visit as it is for one person, with that person's own stop number. */
export function withMe({ body, pending }: View<VisitBody>, clinician_id: string): VisitBody {
  const is_joined = !body.clinician_ids.includes(clinician_id) && pending.some(({ kind }) => JOINING.has(kind))
  const order_no = body.order_nos?.[clinician_id] ?? null
  return { ...body, order_no, ...(is_joined ? { clinician_ids: [...body.clinician_ids, clinician_id] } : {}) }
}

import { api, dataOf } from '@/api/client'

/** Sends six digits to the resident's own phone, to be told to the clinician. Needs signal; throws ApiProblem. In the demo the answer carries them. */
export function sendCode(visit_id: string, resident_id: string): Promise<{ demo_code?: string }> {
  return dataOf(api.POST('/api/v1/visits/{visit_id}/send-code', { params: { path: { visit_id } }, body: { resident_id } }))
}

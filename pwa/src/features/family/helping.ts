import { newId } from '@/sync'
import type { Relation } from '../shared/documents'

/** Who of the family may help. Asked for with signal only, because the number must be a good one. */

export type ProxyScope = 'view_summary' | 'view_full' | 'book' | 'sign_renewal' | 'receive_alerts' | 'pay'

export interface Grant {
  phone: string
  name: string
  relation: Relation
  scopes: ProxyScope[]
  expires_on: string
}

/** Throws ApiProblem. */
export async function askToHelp(resident_id: string, grant: Grant): Promise<void> {
  const { api, dataOf } = await import('@/api/client')
  await dataOf(api.POST('/api/v1/residents/{resident_id}/proxies', { params: { path: { resident_id } }, body: { id: newId(), ...grant } }))
}

import type { Overlays, PendingCommand } from '@/sync'
import type { ResidentBody } from '../shared/documents'

/** What a command about a resident will have done, before the server has done it. */
export const overlays: Overlays = {
  'residents.give_consent': (docs, { entity_id, payload }: PendingCommand<{ purpose: string }>) => {
    const resident = docs.get<ResidentBody>('resident', entity_id)
    if (!resident || resident.consents?.includes(payload.purpose)) return []
    return [{ kind: 'resident', id: resident.id, body: { ...resident, consents: [...(resident.consents ?? []), payload.purpose] } }]
  },
}

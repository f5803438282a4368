import type { Overlays, PendingCommand } from '@/sync'
import type { PrescriptionBody, RefillRequestBody } from '../shared/documents'

/** What a wish for medicine, and taking it back, will have done. */
export const overlays: Overlays = {
  'prescriptions.request_refill': (docs, { entity_id, payload, occurred_at }: PendingCommand<{ prescription_id: string; note?: string; early_reason?: string }>) => {
    const prescription = docs.get<PrescriptionBody>('prescription', payload.prescription_id)
    if (!prescription || docs.get('refill_request', entity_id)) return []
    const { note = null, early_reason = null, prescription_id } = payload
    const body: RefillRequestBody = {
      id: entity_id, resident_id: prescription.resident_id, prescription_id, status: 'pending', note, early_reason, requested_at: occurred_at, decided_at: null, decided_by: null,
      days: null, refused_reason: null, refused_note: null, new_prescription_id: null,
    }
    return [{ kind: 'refill_request', id: entity_id, body }]
  },
  'prescriptions.cancel_refill': (docs, { entity_id, occurred_at }) => {
    const request = docs.get<RefillRequestBody>('refill_request', entity_id)
    return request?.status === 'pending' ? [{ kind: 'refill_request', id: entity_id, body: { ...request, status: 'cancelled', decided_at: occurred_at } }] : []
  },
}

import type { Overlays, PendingCommand } from '@/sync'
import type { DoubtReason, FulfilmentBody } from './bodies'

/** What a command about something done will have done. */
export const overlays: Overlays = {
  'fulfilment.contradict': (docs, { entity_id, payload, occurred_at }: PendingCommand<{ reason: DoubtReason; note: string | null }>) => {
    const one = docs.get<FulfilmentBody>('fulfilment', entity_id)
    if (!one || one.doubt) return []
    const doubt = { status: 'open', reason: payload.reason, note: payload.note ?? null, said_at: occurred_at, decided_at: null, decision_note: null }
    return [{ kind: 'fulfilment', id: entity_id, body: { ...one, status: 'doubted', is_counted: false, doubt } }]
  },
  'fulfilment.decide': (docs, { entity_id, payload, occurred_at }: PendingCommand<{ decision: 'uphold' | 'dismiss'; note: string }>) => {
    const one = docs.get<FulfilmentBody>('fulfilment', entity_id)
    if (one?.doubt?.status !== 'open') return []
    const is_upheld = payload.decision === 'uphold'
    const doubt = { ...one.doubt, status: is_upheld ? 'upheld' : 'dismissed', decided_at: occurred_at, decision_note: payload.note }
    return [{ kind: 'fulfilment', id: entity_id, body: { ...one, status: is_upheld ? 'short' : 'counted', is_counted: !is_upheld, doubt } }]
  },
  'fulfilment.rate': (docs, { entity_id }) => {
    const one = docs.get<FulfilmentBody>('fulfilment', entity_id)
    if (!one) return []
    const together = docs.all<FulfilmentBody>('fulfilment').filter(({ encounter_id, resident_id }) => encounter_id === one.encounter_id && resident_id === one.resident_id)
    return together.filter(({ is_answered }) => !is_answered).map((body) => ({ kind: 'fulfilment', id: body.id, body: { ...body, is_answered: true } }))
  },
}

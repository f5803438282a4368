import { ageOn, localTime } from '@/i18n/calendar'
import type { Overlays, PendingCommand } from '@/sync'
import type { FollowUpBody, ResidentBody, RuleTableBody } from '../shared/documents'
import { inForce } from '../shared/ruleTables'
import type { Diabetes, Hypertension } from './classify'
import { judge, wasUncontrolled } from './judge'
import type { FollowUpPayload } from './payload'

/** A follow-up that was held leaves the list at once, with the class that the same rule gives it here as on the server. */
export const overlays: Overlays = {
  'followups.record': (docs, { entity_id, payload, occurred_at }: PendingCommand<FollowUpPayload>) => {
    const known = docs.get<FollowUpBody>('follow_up', entity_id)
    const resident_id = known?.resident_id ?? payload.resident_id
    if (!resident_id || known?.status === 'done') return []
    const on = localTime(occurred_at).on
    const resident = docs.get<ResidentBody>('resident', resident_id)
    const { visit_id = null, programme: told, note = null, ...found } = payload
    const programme = known?.programme ?? told ?? 'hypertension'
    const rules = docs.all<RuleTableBody>('rule_table')
    const tables = { hypertension: inForce<Hypertension>(rules, 'hypertension', on), diabetes: inForce<Diabetes>(rules, 'diabetes', on) }
    const was_uncontrolled = wasUncontrolled(docs.all<FollowUpBody>('follow_up'), resident_id, programme, occurred_at)
    const verdict = resident && judge(programme, found, { age: ageOn(resident.birth_on, on), was_uncontrolled }, tables)
    const body: FollowUpBody = {
      id: entity_id, due_on: on, ...known, ...found, ...verdict, programme, note, visit_id, resident_id, status: 'done', done_at: occurred_at,
      is_face_to_face: payload.mode === 'home' || payload.mode === 'clinic',
    }
    return [{ kind: 'follow_up', id: entity_id, body }]
  },
}

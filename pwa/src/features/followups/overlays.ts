import { ageOn, localTime } from '@/i18n/calendar'
import type { Overlays, PendingCommand } from '@/sync'
import type { FollowUpBody, ResidentBody, RuleTableBody } from '../shared/documents'
import { inForce } from '../shared/ruleTables'
import { classifyPressure, isInTarget, targetAt, type Hypertension } from './classify'
import type { FollowUpPayload } from './payload'

/** A follow-up that was held leaves the list at once, with the class that the same rule gives it here as on the server. */
export const overlays: Overlays = {
  'followups.record': (docs, { entity_id, payload, occurred_at }: PendingCommand<FollowUpPayload>) => {
    const known = docs.get<FollowUpBody>('follow_up', entity_id)
    const resident_id = known?.resident_id ?? payload.resident_id
    if (!resident_id || known?.status === 'done') return []
    const on = localTime(occurred_at).on
    const resident = docs.get<ResidentBody>('resident', resident_id)
    const table = inForce<Hypertension>(docs.all<RuleTableBody>('rule_table'), 'hypertension', on)
    const is_face_to_face = payload.mode === 'home' || payload.mode === 'clinic'
    const age = resident && ageOn(resident.birth_on, on)
    const judged = table && age !== undefined
      ? {
          is_in_target: isInTarget(payload.systolic, payload.diastolic, targetAt(age, table.kpi_target)),
          outcome: classifyPressure({ ...payload, age, was_uncontrolled: wasUncontrolled(docs.all<FollowUpBody>('follow_up'), resident_id, occurred_at) }, table),
        }
      : {}
    const { visit_id = null, programme = 'hypertension', note = null, ...found } = payload
    const body: FollowUpBody = {
      id: entity_id, programme, due_on: on, ...known, ...found, note, visit_id, resident_id, status: 'done', done_at: occurred_at, is_face_to_face, ...judged,
    }
    return [{ kind: 'follow_up', id: entity_id, body }]
  },
}

/** Whether the last face-to-face result before this moment was out of target. */
export function wasUncontrolled(all: readonly FollowUpBody[], resident_id: string, before: string): boolean {
  const held = all.filter((one) => one.resident_id === resident_id && one.programme === 'hypertension' && one.status === 'done' && one.is_face_to_face)
  const last = held.filter(({ done_at }) => done_at && done_at < before).sort((a, b) => a.done_at!.localeCompare(b.done_at!)).at(-1)
  return last?.is_in_target === false
}

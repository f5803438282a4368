import { ageOn, localTime } from '@/i18n/calendar'
import type { Docs, Effect, Overlays, PendingCommand } from '@/sync'
import type { EnrolmentBody, FollowUpBody, ResidentBody, RuleTableBody } from '../shared/documents'
import { againOn, formTables } from './answers'
import { isFaceToFace, judge, wasUncontrolled } from './judge'
import type { EnrolPayload, FollowUpPayload, LeavePayload } from './payload'

/** One that is due falls away; the next one is planned by the server. */
function letGo(docs: Docs, id: string, change: Pick<FollowUpBody, 'status' | 'leave_reason'>): Effect[] {
  const due = docs.get<FollowUpBody>('follow_up', id)
  return due?.status === 'due' ? [{ kind: 'follow_up', id, body: { ...due, ...change } }] : []
}

/** Who is taken into a programme is due at once; what ended leaves with what was planned. A follow-up that was held leaves the list at once, with the class that the same rule gives it here as on the server. */
export const overlays: Overlays = {
  'followups.record': (docs, { entity_id, payload, occurred_at }: PendingCommand<FollowUpPayload>) => {
    const known = docs.get<FollowUpBody>('follow_up', entity_id)
    const resident_id = known?.resident_id ?? payload.resident_id
    if (!resident_id || known?.status === 'done') return []
    const on = localTime(occurred_at).on
    const resident = docs.get<ResidentBody>('resident', resident_id)
    const { visit_id = null, programme: told, note = null, ...found } = payload
    const programme = known?.programme ?? told ?? 'hypertension'
    const tables = formTables(docs.all<RuleTableBody>('rule_table'), on)
    const is_face_to_face = isFaceToFace(payload.mode)
    const was_uncontrolled = is_face_to_face && wasUncontrolled(docs.all<FollowUpBody>('follow_up'), resident_id, programme, occurred_at)
    const verdict = resident && judge(programme, found, { age: ageOn(resident.birth_on, on), was_uncontrolled }, tables)
    const body: FollowUpBody = {
      id: entity_id, due_on: on, ...known, ...found, ...verdict, programme, note, visit_id, resident_id, status: 'done', done_at: occurred_at, is_face_to_face,
    }
    return [{ kind: 'follow_up', id: entity_id, body }]
  },
  'followups.enrol': (docs, { entity_id, payload, occurred_at }: PendingCommand<EnrolPayload>) => {
    const { first_follow_up_id, diagnosed_on = null, ...told } = payload
    if (docs.get('programme_enrolment', entity_id)) return []
    const on = localTime(occurred_at).on
    const enrolment: EnrolmentBody = { id: entity_id, enrolled_on: on, diagnosed_on, ...told }
    const { resident_id, programme } = payload
    // As after an adjusted medicine: within two weeks.
    const due_on = againOn(on, 'adjust', formTables(docs.all<RuleTableBody>('rule_table'), on)) ?? on
    const first: FollowUpBody = { id: first_follow_up_id, resident_id, programme, due_on, status: 'due', done_at: null }
    return [
      { kind: 'programme_enrolment', id: entity_id, body: enrolment },
      ...(docs.get('follow_up', first.id) ? [] : [{ kind: 'follow_up', id: first.id, body: first }]),
    ]
  },
  'followups.cancel': (docs, { entity_id, payload }: PendingCommand<LeavePayload>) => letGo(docs, entity_id, { status: 'cancelled', ...payload }),
  'followups.give_up': (docs, { entity_id }: PendingCommand) => letGo(docs, entity_id, { status: 'lost' }),
  'followups.leave': (docs, { entity_id }: PendingCommand) => {
    const enrolment = docs.get<EnrolmentBody>('programme_enrolment', entity_id)
    if (!enrolment) return []
    const due = docs.all<FollowUpBody>('follow_up').filter(({ resident_id, programme, status }) => status === 'due' && resident_id === enrolment.resident_id && programme === enrolment.programme)
    return [{ kind: 'programme_enrolment', id: entity_id, body: null }, ...due.map(({ id }) => ({ kind: 'follow_up', id, body: null }))]
  },
}

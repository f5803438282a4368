import { localTime } from '@/i18n/calendar'
import type { Docs, Effect, Overlay, Overlays, PendingCommand } from '@/sync'
import type { ResidentBody, RuleTableBody, VisitBody, VisitLine, VisitStatus } from '../shared/documents'
import { inForce } from '../shared/ruleTables'
import { checkOf, located } from './checks'
import { consumed } from './consumed'
import { nextStatus, type VisitAction } from './transitions'
import { remarks, type Values, type Vitals } from './vitals'
import type {
  AssignPayload, CheckOutPayload, ConfirmPayload, Line, LocatePayload, MeasurePayload, MissPayload, NotePayload, PhotoPayload, ReasonPayload, RecordPayload, RequestPayload,
  ReviewPayload, StartPayload, Where,
} from './payloads'

/** What a command about a visit will have done, before the server has done it. */

/** The visit takes this step; nothing, if it has taken it already or is not on this phone. */
function step(docs: Docs, visit_id: string, action: VisitAction, change: (visit: Readonly<VisitBody>) => Partial<VisitBody>): Effect[] {
  const visit = docs.get<VisitBody>('visit', visit_id)
  const status = visit && nextStatus(visit.status, action)
  return status ? changed(visit, { ...change(visit), status }) : []
}

function changed(visit: Readonly<VisitBody>, change: Partial<VisitBody>): Effect[] {
  return [{ kind: 'visit', id: visit.id, body: { ...visit, ...change } }]
}

function plain(action: VisitAction, change: (command: PendingCommand<never>) => Partial<VisitBody> = () => ({})): Overlay {
  return (docs, command) => step(docs, command.entity_id, action, () => change(command))
}

function ended(action: VisitAction): Overlay<ReasonPayload> {
  return (docs, { entity_id, payload, occurred_at }) =>
    step(docs, entity_id, action, () => ({ end_reason: payload.reason_code, ...(action === 'abort' ? { ended_at: occurred_at } : {}) }))
}

export const overlays: Overlays = {
  'visits.request': (docs, { entity_id, payload, occurred_at }: PendingCommand<RequestPayload>) => {
    const is_own = payload.source === 'staff' || payload.source === 'followup'
    const { wish_on, wish_part, wish_note = null, source } = payload
    const wish = { wish_on, wish_part, wish_note, source, requested_at: occurred_at }
    return begun(docs, entity_id, nextStatus(null, is_own ? 'plan' : 'request')!, payload.services, wish)
  },
  'visits.accept': plain('accept'),
  'visits.decline': ended('decline'),
  'visits.cancel': ended('cancel'),
  'visits.unassign': plain('unassign', () => ({ clinician_ids: [], planned_start_at: null, planned_end_at: null, order_nos: {} })),
  'visits.assign': (docs, { entity_id, payload }: PendingCommand<AssignPayload>) => step(docs, entity_id, 'assign', () => payload),
  'visits.set_order': (docs, { entity_id, payload }: PendingCommand<{ visit_ids: string[] }>) =>
    payload.visit_ids.flatMap((id, n) => {
      const visit = docs.get<VisitBody>('visit', id)
      return visit ? changed(visit, { order_nos: { ...visit.order_nos, [entity_id]: n + 1 } }) : []
    }),
  'visits.review': (docs, { entity_id, payload, occurred_at }: PendingCommand<ReviewPayload>) =>
    step(docs, entity_id, payload.decision === 'approve' ? 'verify' : 'return', ({ review }) => ({
      verified_at: payload.decision === 'approve' ? occurred_at : null,
      review: { reason: null, reasons: [], ...review, status: payload.decision === 'approve' ? 'approved' : 'returned', note: payload.note ?? null },
    })),

  'visits.depart': plain('depart', ({ occurred_at }) => ({ departed_at: occurred_at })),
  'visits.check_in': (docs, { entity_id, payload, ...at }: PendingCommand<Where>) =>
    step(docs, entity_id, 'check_in', (visit) => ({ started_at: at.occurred_at, check_in: checkOf(docs, visit, payload, at) })),
  'visits.start_unplanned': (docs, { entity_id, payload, ...at }: PendingCommand<StartPayload>) => {
    const place = payload.place_text ? { place_text: payload.place_text } : {}
    const found = begun(docs, entity_id, 'in_progress', payload.services, { ...place, started_at: at.occurred_at, requested_at: at.occurred_at })
    return found.map((effect) => ({ ...effect, body: { ...effect.body, check_in: checkOf(docs, effect.body as VisitBody, payload, at) } }))
  },
  'visits.locate': (docs, { entity_id, payload }: PendingCommand<LocatePayload>) => {
    const visit = docs.get<VisitBody>('visit', entity_id)
    const which = payload.which === 'in' ? 'check_in' : 'check_out'
    const check = visit?.[which]
    return visit && check ? changed(visit, { [which]: located(docs, visit, check, payload) }) : []
  },
  'visits.measure': (docs, { entity_id, payload, occurred_at }: PendingCommand<MeasurePayload>) => {
    const { measurement_id: id, note = null, ...what } = payload
    if (docs.get('measurement', id)) return []
    const vitals = inForce<Vitals>(docs.all<RuleTableBody>('rule_table'), 'vitals', localTime(occurred_at).on)
    const is_danger = !!vitals && remarks(what.values as Values, vitals).some(({ level }) => level === 'urgent')
    return [{ kind: 'measurement', id, body: { id, visit_id: entity_id, ...what, note, measured_at: occurred_at, is_danger, is_suspicious: false } }]
  },
  'visits.record_services': (docs, { entity_id, payload }: PendingCommand<RecordPayload>) => {
    const visit = docs.get<VisitBody>('visit', entity_id)
    if (!visit) return []
    const services = payload.services.reduce<VisitLine[]>((lines, { id, resident_id, item_code, outcome }) => {
      const known = lines.some((line) => isSame(line, { resident_id, item_code }))
      if (known) return lines.map((line) => (isSame(line, { resident_id, item_code }) ? { ...line, outcome } : line))
      return [...lines, { id, resident_id, item_code, outcome, contract_id: null, is_over_quota: false }]
    }, visit.services)
    return changed(visit, { services })
  },
  'visits.write_note': (docs, { entity_id, payload }: PendingCommand<NotePayload>) => {
    const visit = docs.get<VisitBody>('visit', entity_id)
    return visit ? changed(visit, { note: payload.note }) : []
  },
  'visits.add_photo': (docs, { entity_id, payload, occurred_at }: PendingCommand<PhotoPayload>) => {
    const visit = docs.get<VisitBody>('visit', entity_id)
    const photos = visit?.photos ?? []
    if (!visit || photos.some(({ sha256 }) => sha256 === payload.sha256)) return []
    return changed(visit, { photos: [...photos, { ...payload, taken_at: occurred_at, is_here: false }] })
  },
  'visits.drop_photo': (docs, { entity_id, payload }: PendingCommand<{ sha256: string }>) => {
    const visit = docs.get<VisitBody>('visit', entity_id)
    const photos = visit?.photos?.filter(({ sha256, is_here }) => is_here || sha256 !== payload.sha256)
    return photos && photos.length < visit!.photos!.length ? changed(visit!, { photos }) : []
  },
  'visits.confirm': (docs, { entity_id, payload, occurred_at }: PendingCommand<ConfirmPayload>) => {
    const visit = docs.get<VisitBody>('visit', entity_id)
    const { method, signer_name = null } = payload
    return visit ? changed(visit, { confirmation: { method, signer_name, confirmed_at: occurred_at } }) : []
  },
  'visits.check_out': (docs, { entity_id, payload, ...at }: PendingCommand<CheckOutPayload>) => {
    const before = docs.get<VisitBody>('visit', entity_id)
    const effects = step(docs, entity_id, 'check_out', (visit) => ({
      ended_at: visit.ended_at ?? at.occurred_at,
      check_out: visit.check_out ?? checkOf(docs, visit, payload, at),
      next_visit_on: payload.next_visit_on ?? visit.next_visit_on,
    }))
    // After a return the record is only closed again: what was done was counted the first time.
    return effects.length && !before!.check_out ? [...effects, ...consumed(docs, before!, localTime(at.occurred_at).on)] : effects
  },
  'visits.miss': (docs, { entity_id, payload, occurred_at }: PendingCommand<MissPayload>) =>
    step(docs, entity_id, 'miss', (visit) => ({
      ended_at: occurred_at,
      end_reason: payload.reason_code,
      contact_attempts: [...visit.contact_attempts, { kind: payload.reason_code, occurred_at }],
    })),
  'visits.abort': ended('abort'),
}

/** A visit that this phone has made. Where it is, the first of its residents says. */
function begun(docs: Docs, id: string, status: VisitStatus, lines: readonly Line[], known: Partial<VisitBody>): { kind: string; id: string; body: VisitBody }[] {
  if (docs.get('visit', id)) return []
  const home = docs.get<ResidentBody>('resident', lines[0]?.resident_id ?? '')
  const services = lines.map((line) => ({ ...line, contract_id: null, outcome: 'planned' as const, is_over_quota: false }))
  const body: VisitBody = {
    id, status, services, resident_ids: [...new Set(lines.map(({ resident_id }) => resident_id))], clinician_ids: [],
    team_id: home?.care_team_id ?? '', place_text: home?.address_text ?? null, village: home?.village ?? null, latitude: home?.latitude ?? null,
    longitude: home?.longitude ?? null, wish_on: null, wish_part: 'any', wish_note: null, source: 'unplanned', requested_at: '', planned_start_at: null,
    planned_end_at: null, order_nos: {}, departed_at: null, started_at: null, ended_at: null, end_reason: null, next_visit_on: null, check_in: null,
    check_out: null, confirmation: null, contact_attempts: [], verified_at: null, version: 0, ...known,
  }
  return [{ kind: 'visit', id, body }]
}

function isSame(line: VisitLine, other: { resident_id: string; item_code: string }): boolean {
  return line.resident_id === other.resident_id && line.item_code === other.item_code
}

import type { WatchSource } from 'vue'
import type { OutboxCommand } from '@/db/database'
import type { Documents, View } from '@/db/documents'
import { useLiveQuery, type LiveQuery } from '@/db/useLiveQuery'
import { todayOn } from '@/i18n/calendar'
import { formTables, type FormTables } from '../followups/answers'
import type { ClinicianBody, ContractBody, FollowUpBody, MeasurementBody, ProxyBody, ResidentBody, RuleTableBody, ServiceItemBody, VisitBody } from '../shared/documents'
import { byId, pick } from '../shared/joins'
import { myClinicianId } from '../shared/me'
import { inForce } from '../shared/ruleTables'
import { isInForce } from './consumed'
import { withMe } from './mine'
import type { OutsideReasons } from './outside'
import type { Geofence } from './verdict'
import type { Vitals } from './vitals'

/** A visit with everything that its pages show, in one reading. */
export interface VisitRead {
  view: View<VisitBody>
  visit: VisitBody
  residents: ResidentBody[]
  items: ReadonlyMap<string, ServiceItemBody>
  clinicians: ReadonlyMap<string, ClinicianBody>
  /** Values of each resident, newest first; those of this visit among them. */
  measurements: ReadonlyMap<string, MeasurementBody[]>
  contracts: ReadonlyMap<string, ContractBody>
  follow_ups: ReadonlyMap<string, FollowUpBody[]>
  proxies: ReadonlyMap<string, ProxyBody[]>
  /** Commands of this visit that have not left the phone. */
  unsent: OutboxCommand[]
  tables: Tables
}

export interface Tables extends FormTables {
  fence?: Geofence
  vitals?: Vitals
  outside?: OutsideReasons
  refused_reasons: string[]
}

/** Null: not on this phone. */
export function useVisit(visit_id: () => string): LiveQuery<VisitRead | null> {
  return useLiveQuery((docs) => readVisit(docs, visit_id()), visit_id as WatchSource)
}

export async function readVisit(docs: Documents, visit_id: string): Promise<VisitRead | null> {
  const view = await docs.get<VisitBody>('visit', visit_id)
  if (!view) return null
  const visit = withMe(view, myClinicianId())
  const on = todayOn()
  const of = async <B>(kind: string): Promise<Map<string, B[]>> =>
    new Map(await Promise.all(visit.resident_ids.map(async (id) => [id, (await docs.ofResident<B>(kind, id)).map(({ body }) => body as B)] as const)))
  const [residents, items, clinicians, measurements, contracts, follow_ups, proxies, outbox, tables] = await Promise.all([
    byId<ResidentBody>(docs, 'resident', visit.resident_ids),
    docs.all<ServiceItemBody>('service_item'),
    byId<ClinicianBody>(docs, 'clinician', visit.clinician_ids),
    of<MeasurementBody>('measurement'),
    of<ContractBody>('contract'),
    of<FollowUpBody>('follow_up'),
    of<ProxyBody>('proxy'),
    docs.outbox(),
    docs.all<RuleTableBody>('rule_table'),
  ])
  // Begun at the door of somebody who went to another team meanwhile: it is a leader's matter now, and nothing here fits.
  if (!residents.size && view.pending.some(({ kind, state }) => kind === 'visits.start_unplanned' && state !== 'applied')) return null
  measurements.forEach((values) => values.sort((a, b) => b.measured_at.localeCompare(a.measured_at)))
  const active = [...contracts].flatMap(([id, all]) => {
    const one = all.find((contract) => isInForce(contract, on))
    return one ? [[id, one] as const] : []
  })
  return {
    view, visit, residents: pick(residents, visit.resident_ids), items: new Map(items.map(({ body }) => [body.code, body as ServiceItemBody])), clinicians,
    measurements, contracts: new Map(active), follow_ups, proxies,
    unsent: outbox.filter((command) => command.state === 'waiting' && command.attempt_count === 0 && isOf(command, visit_id)),
    tables: tablesOf(tables.map(({ body }) => body as RuleTableBody), on),
  }
}

function isOf({ entity_id, payload }: OutboxCommand, visit_id: string): boolean {
  return entity_id === visit_id || (payload as { visit_id?: string } | null)?.visit_id === visit_id
}

function tablesOf(all: RuleTableBody[], on: string): Tables {
  return {
    fence: inForce(all, 'geofence', on),
    vitals: inForce(all, 'vitals', on),
    outside: inForce(all, 'outside_reasons', on),
    ...formTables(all, on),
    refused_reasons: inForce<{ refused_reasons: string[] }>(all, 'visit_confirm', on)?.refused_reasons ?? [],
  }
}

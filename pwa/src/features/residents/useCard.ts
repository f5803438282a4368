import type { WatchSource } from 'vue'
import type { Documents } from '@/db/documents'
import { useLiveQuery, type LiveQuery } from '@/db/useLiveQuery'
import { todayOn } from '@/i18n/calendar'
import type { Hypertension } from '../followups/classify'
import type {
  ClinicianBody, ContractBody, FollowUpBody, MeasurementBody, PackageBody, PrescriptionBody, ProxyBody, RefillRequestBody, ResidentBody, RuleTableBody, ServiceItemBody, VisitBody,
} from '../shared/documents'
import { byId } from '../shared/joins'
import { myClinicianId } from '../shared/me'
import { inForce } from '../shared/ruleTables'
import { withMe } from '../visits/mine'

/** All that the team knows of one person, in one reading. Lists newest first. */
export interface Card {
  resident: ResidentBody
  contracts: ContractBody[]
  packages: ReadonlyMap<string, PackageBody>
  items: ReadonlyMap<string, ServiceItemBody>
  clinicians: ReadonlyMap<string, ClinicianBody>
  visits: VisitBody[]
  measurements: MeasurementBody[]
  follow_ups: FollowUpBody[]
  prescriptions: PrescriptionBody[]
  refill_requests: RefillRequestBody[]
  proxies: ProxyBody[]
  /** Named groups that only some may know of. */
  apart: { code: string }[]
  hypertension: Hypertension | undefined
  /** From how many days before the end on a contract may be renewed. */
  renewal_opens_days: number
  /** For so many days after the end the next contract continues it. */
  lapse_days: number
  first_visit_within_days: number
}

export function useCard(resident_id: () => string): LiveQuery<Card | null> {
  return useLiveQuery((docs) => readCard(docs, resident_id()), resident_id as WatchSource)
}

export async function readCard(docs: Documents, resident_id: string): Promise<Card | null> {
  const of = async <B>(kind: string): Promise<B[]> => (await docs.ofResident<B>(kind, resident_id)).map(({ body }) => body as B)
  const [view, contracts, visits, measurements, follow_ups, prescriptions, refill_requests, proxies, level5, items, tables] = await Promise.all([
    docs.get<ResidentBody>('resident', resident_id),
    of<ContractBody>('contract'), docs.ofResident<VisitBody>('visit', resident_id), of<MeasurementBody>('measurement'), of<FollowUpBody>('follow_up'),
    of<PrescriptionBody>('prescription'), of<RefillRequestBody>('refill_request'), of<ProxyBody>('proxy'), of<{ flags: { code: string }[] }>('level5_flag'),
    docs.all<ServiceItemBody>('service_item'), docs.all<RuleTableBody>('rule_table'),
  ])
  if (!view) return null
  const own_visits = visits.map((visit) => withMe(visit, myClinicianId()))
  const [packages, clinicians] = await Promise.all([
    byId<PackageBody>(docs, 'package', contracts.flatMap(({ package_ids }) => package_ids)),
    byId<ClinicianBody>(docs, 'clinician', own_visits.flatMap(({ clinician_ids }) => clinician_ids)),
  ])
  const rules = tables.map(({ body }) => body as RuleTableBody)
  return {
    resident: view.body as ResidentBody, contracts, packages, clinicians, follow_ups, prescriptions, refill_requests, proxies,
    visits: own_visits.sort((a, b) => whenOf(b).localeCompare(whenOf(a))), measurements: measurements.sort((a, b) => b.measured_at.localeCompare(a.measured_at)),
    items: new Map(items.map(({ body }) => [body.code, body as ServiceItemBody])), apart: level5.flatMap(({ flags }) => flags),
    hypertension: inForce<Hypertension>(rules, 'hypertension', todayOn()),
    ...(inForce<Pick<Card, 'renewal_opens_days' | 'lapse_days' | 'first_visit_within_days'>>(rules, 'contract_terms', todayOn()) ?? { renewal_opens_days: 0, lapse_days: 0, first_visit_within_days: 0 }),
  }
}

function whenOf({ ended_at, started_at, planned_start_at, requested_at }: VisitBody): string {
  return ended_at ?? started_at ?? planned_start_at ?? requested_at
}

import type { Ref } from 'vue'
import type { Documents } from '@/db/documents'
import { useLiveQuery, type LiveQuery } from '@/db/useLiveQuery'
import { momentAt } from '@/i18n/dates'
import type {
  ClinicianBody, ContractBody, FollowUpBody, HeldCommandBody, OrganizationBody, ProxyBody, ResidentBody, ServiceItemBody, TeamBody, VisitBody,
} from '../shared/documents'
import { byId } from '../shared/joins'
import { myClinicianId, myMembershipId } from '../shared/me'
import type { ContractTerms } from '../contracts/term'
import { workingCalendar, type Festivals, type Holidays } from '../followups/workdays'
import { ruleTable, ruleTableVersions } from '../shared/ruleTables'
import { contractRows, type ContractRow } from './contractRows'
import { heldWork, type HeldWork } from './held'
import type { Qualifications } from './performers'
import type { VisitSafety } from './safety'
import type { FindingBody, FulfilmentBody, FulfilmentRules } from '../fulfilment/bodies'
import { byNeed, quietOf, type Quiet } from './quiet'
import type { Booking } from './windows'

/** What a leader decides on, read from the phone. */

export interface Board {
  /** Those that I lead. */
  teams: TeamBody[]
  /** Where the days begin. */
  centre: OrganizationBody | undefined
  members: ClinicianBody[]
  /** Open ones, those that wait to count, and what has ended today. */
  visits: VisitBody[]
  /** By the visit's id: decisions on it that the server has not confirmed yet. */
  pending: ReadonlyMap<string, readonly string[]>
  held: HeldWork[]
  /** By id, what the held work was done on. */
  held_visits: ReadonlyMap<string, VisitBody>
  residents: ReadonlyMap<string, ResidentBody>
  proxies: readonly ProxyBody[]
  clinicians: ReadonlyMap<string, ClinicianBody>
  /** By code. */
  items: ReadonlyMap<string, ServiceItemBody>
  rules: BoardRules
  /** The lists may still fill. */
  is_complete: boolean
}

export interface BoardRules {
  booking: Booking | undefined
  qualifications: Qualifications | undefined
  safety: VisitSafety | undefined
  confirm: { leader_after_minutes: number } | undefined
  reasons: { decline: string[]; cancel: string[] } | undefined
  fulfilment: FulfilmentRules | undefined
}

const OPEN = ['requested', 'accepted', 'scheduled', 'en_route', 'in_progress', 'completed']

export function useBoard(today: Ref<string>): LiveQuery<Board> {
  return useLiveQuery((docs) => readBoard(docs, today.value, myClinicianId()), today)
}

export async function readBoard(docs: Documents, today: string, clinician_id: string): Promise<Board> {
  const teams = (await docs.all<TeamBody>('team')).map(({ body }) => body as TeamBody).filter(({ leader_id }) => leader_id === clinician_id)
  const team_ids = new Set(teams.map(({ id }) => id))
  const [open, ended, held, items, proxies, rules, centre, is_complete] = await Promise.all([
    docs.withStatus<VisitBody>('visit', OPEN),
    docs.endedSince<VisitBody>('visit', momentAt(today, 0)),
    docs.all<HeldCommandBody>('held_command'),
    docs.all<ServiceItemBody>('service_item'),
    docs.all<ProxyBody>('proxy'),
    readRules(docs, today),
    teams[0] ? docs.get<OrganizationBody>('organization', teams[0].organization_id) : undefined,
    docs.isComplete(myMembershipId()),
  ])
  const views = new Map([...open, ...ended].filter(({ body }) => team_ids.has(body.team_id)).map((view) => [view.id, view]))
  const visits = [...views.values()].map(({ body }) => body as VisitBody)
  const works = heldWork(held.map(({ body }) => body as HeldCommandBody))
  const member_ids = teams.flatMap((team) => team.member_ids)
  const [residents, clinicians, held_visits] = await Promise.all([
    byId<ResidentBody>(docs, 'resident', [...visits, ...works].flatMap(({ resident_ids }) => resident_ids)),
    byId<ClinicianBody>(docs, 'clinician', [...member_ids, ...visits.flatMap(({ clinician_ids }) => clinician_ids)]),
    byId<VisitBody>(docs, 'visit', works.map(({ entity_id }) => entity_id)),
  ])
  return {
    teams, centre: centre?.body, visits, residents, clinicians, rules, is_complete,
    members: [...new Set(member_ids)].flatMap((id) => clinicians.get(id) ?? []),
    pending: new Map([...views.values()].filter(({ pending }) => pending.length).map(({ id, pending }) => [id, pending.map((command) => command.id)])),
    held: works,
    held_visits,
    proxies: proxies.map(({ body }) => body),
    items: new Map(items.map(({ body }) => [body.code, body as ServiceItemBody])),
  }
}

async function readRules(docs: Documents, today: string): Promise<BoardRules> {
  const [booking, qualifications, safety, confirm, reasons, fulfilment] = await Promise.all([
    ruleTable<Booking>(docs, 'visit_booking', today),
    ruleTable<Qualifications>(docs, 'qualifications', today),
    ruleTable<VisitSafety>(docs, 'visit_safety', today),
    ruleTable<{ leader_after_minutes: number }>(docs, 'visit_confirm', today),
    ruleTable<{ decline: string[]; cancel: string[] }>(docs, 'decline_reasons', today),
    ruleTable<FulfilmentRules>(docs, 'fulfilment', today),
  ])
  return { booking, qualifications, safety, confirm, reasons, fulfilment }
}

export interface ContractBoard {
  rows: ContractRow[]
  /** Those whom a team of this phone cares for. */
  residents: ReadonlyMap<string, ResidentBody>
}

/** Apart from the board too: it looks at every contract. */
export function useContracts(today: Ref<string>): LiveQuery<ContractBoard> {
  return useLiveQuery((docs) => readContracts(docs, today.value, myClinicianId()), today)
}

export async function readContracts(docs: Documents, today: string, clinician_id: string): Promise<ContractBoard> {
  const [teams, found, terms, notices, festivals] = await Promise.all([
    docs.all<TeamBody>('team'), docs.withStatus<ContractBody>('contract', ['pending_review', 'active']), ruleTable<ContractTerms>(docs, 'contract_terms', today),
    ruleTableVersions<Holidays>(docs, 'holidays'), ruleTable<Festivals>(docs, 'festivals', today),
  ])
  const led = new Set(teams.filter(({ body }) => body.leader_id === clinician_id).map(({ id }) => id))
  const contracts = found.map(({ body }) => body as ContractBody).filter(({ team_id }) => led.has(team_id))
  const rows = terms && festivals ? contractRows(contracts, today, terms, workingCalendar(notices, festivals)) : []
  return { rows, residents: await byId<ResidentBody>(docs, 'resident', rows.map(({ contract }) => contract.resident_id)) }
}

export interface QuietBoard {
  quiet: Quiet[]
  /** What families say is not true, and nobody has decided; the longest first. */
  doubted: FulfilmentBody[]
  residents: ReadonlyMap<string, ResidentBody>
  contracts: ReadonlyMap<string, ContractBody>
}

/** Apart from the board, which need not wait for it. */
export function useQuiet(today: Ref<string>): LiveQuery<QuietBoard> {
  return useLiveQuery((docs) => readQuiet(docs, myClinicianId()), today)
}

export async function readQuiet(docs: Documents, clinician_id: string): Promise<QuietBoard> {
  const [teams, findings, doubted, due, visits] = await Promise.all([
    docs.all<TeamBody>('team'),
    docs.all<FindingBody>('finding'),
    docs.withStatus<FulfilmentBody>('fulfilment', ['doubted']),
    docs.withStatus<FollowUpBody>('follow_up', ['due']),
    docs.withStatus<VisitBody>('visit', [...OPEN, 'missed']),
  ])
  const led = new Set(teams.filter(({ body }) => body.leader_id === clinician_id).map(({ id }) => id))
  const bodies = <B>(views: readonly { body: Readonly<B> }[]): B[] => views.map(({ body }) => body as B)
  const quiet = quietOf({ findings: bodies(findings), follow_ups: bodies(due), visits: bodies(visits) })
  const mine = bodies(doubted).filter(({ team_id }) => led.has(team_id)).sort((a, b) => a.doubt!.said_at.localeCompare(b.doubt!.said_at))
  const [known, contracts] = await Promise.all([
    byId<ResidentBody>(docs, 'resident', [...quiet, ...mine].map(({ resident_id }) => resident_id)),
    byId<ContractBody>(docs, 'contract', findings.map(({ body }) => body.contract_id)),
  ])
  const residents = new Map([...known].filter(([, { care_team_id }]) => care_team_id !== null && led.has(care_team_id)))
  return { quiet: byNeed(quiet, residents), doubted: mine, residents: known, contracts: new Map([...contracts.values()].map((one) => [one.resident_id, one])) }
}

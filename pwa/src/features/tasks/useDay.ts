import { shallowRef, watch, type Ref } from 'vue'
import type { Documents } from '@/db/documents'
import { afterFrame } from '@/firstPage'
import { useLiveQuery, type LiveQuery } from '@/db/useLiveQuery'
import { addDays } from '@/i18n/calendar'
import type { ClinicianBody, ContractBody, FollowUpBody, OrganizationBody, ResidentBody, ServiceItemBody, TeamBody, VisitBody } from '../shared/documents'
import { byId } from '../shared/joins'
import { myClinicianId, myMembershipId } from '../shared/me'
import { withMe } from '../visits/mine'
import { firstVisitOn } from '../contracts/life'
import type { ContractTerms } from '../contracts/term'
import { ruleTable } from '../shared/ruleTables'
import { ITEM_OF } from './names'
import { lastDayOfWeek, segmentsOf, tasksOf, type Segment, type Task } from './tasks'

export interface Day {
  me: ClinicianBody | undefined
  segments: Record<Segment, Task[]>
  items: ReadonlyMap<string, ServiceItemBody>
  clinicians: ReadonlyMap<string, ClinicianBody>
  /** Where the day begins. */
  centre: OrganizationBody | undefined
  /** The list may still fill. */
  is_complete: boolean
}

const OPEN = ['accepted', 'scheduled', 'en_route', 'in_progress']

/** First what was planned; who waits for a first visit stands in a team's thousands of contracts, and those are opened after the first rows. */
export function useDay(today: Ref<string>): LiveQuery<Day> {
  const awaited = shallowRef<FirstVisits>(new Map())
  const day = useLiveQuery((docs) => readDay(docs, today.value, myClinicianId(), awaited.value), [today, awaited], { keeps: true })
  const has_rows = new Promise<void>((resolve) => watch(day.data, (read) => read && resolve(), { once: true }))
  const { data } = useLiveQuery(async (docs) => {
    await has_rows
    await afterFrame()
    return readFirstVisits(docs, today.value, myClinicianId())
  }, today)
  watch(data, (read) => { if (read && !isSame(read, awaited.value)) awaited.value = read })
  return day
}

export async function readDay(docs: Documents, today: string, clinician_id: string, first_visits: FirstVisits): Promise<Day> {
  const [visits, follow_ups, items, me, is_complete] = await Promise.all([
    docs.withStatus<VisitBody>('visit', OPEN),
    docs.dueUntil<FollowUpBody>('follow_up', ['due'], lastDayOfWeek(today)),
    docs.all<ServiceItemBody>('service_item'),
    docs.get<ClinicianBody>('clinician', clinician_id),
    docs.isComplete(myMembershipId()),
  ])
  const open = visits.map((view) => withMe(view, clinician_id))
  const due = follow_ups.map(({ body }) => body as FollowUpBody)
  const by_code = new Map(items.map(({ body }) => [body.code, body as ServiceItemBody]))
  const programmes = new Set(Object.keys(ITEM_OF).filter((programme) => mayHold(me?.body, by_code, programme))) as ReadonlySet<FollowUpBody['programme']>
  // Of the others' days nobody is opened here: a team has thousands.
  const mine = open.filter(({ clinician_ids }) => clinician_ids.includes(clinician_id))
  const named = [...first_visits.keys(), ...mine.flatMap(({ resident_ids }) => resident_ids), ...due.filter(({ programme }) => programmes.has(programme)).map(({ resident_id }) => resident_id)]
  const [residents, clinicians, centre] = await Promise.all([
    byId<ResidentBody>(docs, 'resident', named),
    byId<ClinicianBody>(docs, 'clinician', mine.flatMap(({ clinician_ids }) => clinician_ids)),
    readCentre(docs, me?.body),
  ])
  const tasks = tasksOf({ today, clinician_id, visits: open, follow_ups: due, residents, programmes, first_visits })
  return { me: me?.body, segments: segmentsOf(tasks, today), items: by_code, clinicians, centre, is_complete }
}

/** Residents, and by when somebody has to have been there. */
type FirstVisits = ReadonlyMap<string, string>

/** Those who have signed with one's teams and wait for the first visit, for as long again after its day; then they stand among those long not visited. */
export async function readFirstVisits(docs: Documents, today: string, clinician_id: string): Promise<FirstVisits> {
  const [contracts, me, terms] = await Promise.all([
    docs.withStatus<ContractBody>('contract', ['active']), docs.get<ClinicianBody>('clinician', clinician_id), ruleTable<ContractTerms>(docs, 'contract_terms', today),
  ])
  if (!terms || !me) return new Map()
  const first_on = addDays(today, -terms.first_visit_within_days)
  return new Map(contracts.flatMap(({ body }) => {
    const { team_id, resident_id } = body as ContractBody
    const on = me.body.team_ids.includes(team_id) && firstVisitOn(body as ContractBody, terms.first_visit_within_days)
    return on && on >= first_on ? [[resident_id, on] as const] : []
  }))
}

function isSame(a: FirstVisits, b: FirstVisits): boolean {
  return a.size === b.size && [...a].every(([id, on]) => b.get(id) === on)
}

async function readCentre(docs: Documents, me: ClinicianBody | undefined): Promise<OrganizationBody | undefined> {
  const team = me?.team_ids[0] && (await docs.get<TeamBody>('team', me.team_ids[0]))
  const organization_id = team ? team.body.organization_id : me?.organization_id
  return organization_id ? (await docs.get<OrganizationBody>('organization', organization_id))?.body : undefined
}

/** The catalogue says who holds follow-ups; until it has come nobody is kept from them. */
function mayHold(me: ClinicianBody | undefined, items: ReadonlyMap<string, ServiceItemBody>, programme: string): boolean {
  const roles = items.get(ITEM_OF[programme as FollowUpBody['programme']])?.roles
  return !me || !roles || roles.includes(me.profession)
}

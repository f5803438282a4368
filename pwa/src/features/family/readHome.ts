import type { OutboxCommand } from '@/db/database'
import type { Documents } from '@/db/documents'
import type { ClinicianBody, ContractBody, NoticeBody, OrganizationBody, ServiceItemBody, TeamBody } from '../shared/documents'
import { byId, pick } from '../shared/joins'
import type { Person } from './people'
import { agreedOn, doneLately, toCome, type SeenVisit } from './plan'
import type { Items } from './words'

/** What the family's pages read in common. */

export async function readItems(docs: Documents): Promise<Items> {
  return new Map((await docs.all<ServiceItemBody>('service_item')).map(({ body }) => [body.code, body]))
}

export async function readVisits(docs: Documents, person: Person): Promise<SeenVisit[]> {
  return (await docs.ofResident<SeenVisit>('visit', person.id)).map(({ body }) => body)
}

/** The contract in force, else the one that is being made, else the last one. */
export async function readContract(docs: Documents, person: Person): Promise<ContractBody | undefined> {
  const order = ['active', 'suspended', 'pending_sign', 'pending_review', 'draft', 'expired', 'terminated', 'rejected', 'closed_death', 'voided']
  const contracts = (await docs.ofResident<ContractBody>('contract', person.id)).map(({ body }) => body).filter(({ status }) => order.includes(status))
  return contracts.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || (b.starts_on ?? '').localeCompare(a.starts_on ?? ''))[0]
}

/** Where to ring: the elder's team; while there is none, the health centres of the county. */
export async function readCalls(docs: Documents, person: Person): Promise<{ team?: TeamBody; centres: OrganizationBody[] }> {
  const team = person.team_id ? (await docs.get<TeamBody>('team', person.team_id))?.body : undefined
  if (team) return { team, centres: [] }
  const all = (await docs.all<OrganizationBody>('organization')).map(({ body }) => body)
  return { centres: all.filter(({ kind, phone }) => kind === 'primary_care' && phone) }
}

/** The people of a team, its leader first. */
export async function readMembers(docs: Documents, team: TeamBody | undefined): Promise<ClinicianBody[]> {
  const ids = [...(team?.member_ids ?? [])].sort((a, b) => Number(b === team?.leader_id) - Number(a === team?.leader_id))
  return pick(await byId<ClinicianBody>(docs, 'clinician', ids), ids)
}

/** What asks for the person: a rule has said no, or the leader has to decide. */
export async function readRefused(docs: Documents, isWanted: (command: OutboxCommand) => boolean = () => true): Promise<OutboxCommand[]> {
  return (await docs.outbox()).filter((command) => (command.state === 'refused' || command.state === 'held') && isWanted(command))
}

export async function readHome(docs: Documents, person: Person, today: string) {
  const visits = await readVisits(docs, person)
  const [next, ...more] = toCome(visits, today)
  const lately = doneLately(visits)
  const shown = [...(next ? [next] : []), ...lately.slice(0, 3)]
  const [items, clinicians, calls, contract, notices, attention] = await Promise.all([
    readItems(docs), byId<ClinicianBody>(docs, 'clinician', shown.flatMap(({ clinician_ids }) => clinician_ids)), readCalls(docs, person),
    readContract(docs, person), docs.all<NoticeBody>('notice'), readRefused(docs),
  ])
  return {
    next, more_count: more.length, lately, items, clinicians, ...calls, contract,
    agreed_on: agreedOn(visits, today),
    unread_count: notices.filter(({ body }) => !body.read_at).length,
    attention,
  }
}

export type Home = Awaited<ReturnType<typeof readHome>>

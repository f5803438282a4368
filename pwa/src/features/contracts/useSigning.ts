import type { WatchSource } from 'vue'
import type { Documents } from '@/db/documents'
import { useLiveQuery, type LiveQuery } from '@/db/useLiveQuery'
import { todayOn } from '@/i18n/calendar'
import type { ClinicianBody, ContractBody, OrganizationBody, PackageBody, ResidentBody, ServiceItemBody, TeamBody } from '../shared/documents'
import { byId, pick } from '../shared/joins'
import { myClinicianId } from '../shared/me'
import { ruleTable } from '../shared/ruleTables'
import { factsOf } from './facts'
import type { Ages, SigningWays } from './mayTake'
import { mayHold, type TargetFacts } from './packages'
import { teamsToReviewFor } from './reviewers'
import type { ContractTerms } from './term'

/** Everything that is needed to sign at the kitchen table. */
export interface Signing {
  resident: ResidentBody
  facts: TargetFacts
  /** The team that signs: the one that cares already, if one is on it. */
  team: TeamBody
  members: ClinicianBody[]
  packages: { body: PackageBody; is_meant: boolean }[]
  by_code: ReadonlyMap<string, PackageBody>
  items: ReadonlyMap<string, ServiceItemBody>
  terms: ContractTerms | undefined
  ways: SigningWays | undefined
  ages: Ages | undefined
  /** One that has come some of the way: handed in or not, or waiting only for the resident's hand. */
  begun: ContractBody | undefined
  active: ContractBody | undefined
  may_review: boolean
}

const BEGUN = ['pending_sign', 'pending_review', 'draft']

export function useSigning(resident_id: () => string): LiveQuery<Signing | null> {
  return useLiveQuery((docs) => readSigning(docs, resident_id(), todayOn()), resident_id as WatchSource)
}

async function readSigning(docs: Documents, resident_id: string, today: string): Promise<Signing | null> {
  const [resident, me, contracts, packages, items, terms, ways, ages] = await Promise.all([
    docs.get<ResidentBody>('resident', resident_id), docs.get<ClinicianBody>('clinician', myClinicianId()), docs.ofResident<ContractBody>('contract', resident_id),
    docs.all<PackageBody>('package'), docs.all<ServiceItemBody>('service_item'), ruleTable<ContractTerms>(docs, 'contract_terms', today),
    ruleTable<SigningWays>(docs, 'contract_signing', today), ruleTable<Ages>(docs, 'proxies', today),
  ])
  const own_teams = me?.body.team_ids ?? []
  const own = contracts.map(({ body }) => body as ContractBody)
  const begun = own.find(({ status, team_id: of }) => BEGUN.includes(status) && own_teams.includes(of))
  const team_id = begun?.team_id ?? own_teams.find((id) => id === resident?.body.care_team_id) ?? own_teams[0]
  const team = team_id ? await docs.get<TeamBody>('team', team_id) : undefined
  if (!resident || !team) return null
  const [members, home, reviewing] = await Promise.all([
    byId<ClinicianBody>(docs, 'clinician', team.body.member_ids),
    resident.body.elder_home_id ? docs.get<OrganizationBody>('organization', resident.body.elder_home_id) : undefined,
    teamsToReviewFor(docs),
  ])
  const facts = factsOf(resident.body, home?.body, today)
  const published = packages.map(({ body }) => body as PackageBody).filter(({ status }) => status === 'published').sort((a, b) => a.code.localeCompare(b.code))
  return {
    resident: resident.body as ResidentBody, facts, team: team.body as TeamBody, members: pick(members, team.body.member_ids),
    packages: published.map((body) => ({ body, is_meant: mayHold(body, facts, today) })), by_code: new Map(published.map((one) => [one.code, one])),
    items: new Map(items.map(({ body }) => [body.code, body as ServiceItemBody])), terms, ways, ages,
    begun, active: own.find(({ status }) => status === 'active'), may_review: reviewing.includes(team.body.id),
  }
}

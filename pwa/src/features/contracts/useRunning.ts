import type { WatchSource } from 'vue'
import type { Documents } from '@/db/documents'
import { useLiveQuery, type LiveQuery } from '@/db/useLiveQuery'
import { todayOn } from '@/i18n/calendar'
import type { ContractBody, OrganizationBody, PackageBody, ResidentBody, TeamBody } from '../shared/documents'
import { isLeader } from '../shared/me'
import { ruleTable } from '../shared/ruleTables'
import { factsOf } from './facts'
import { mayHold } from './packages'
import { teamsToReviewFor } from './reviewers'
import { readOthers } from './readOthers'
import type { ContractTerms } from './term'

/** All that somebody may change of a contract in force is decided by. */
export interface Running {
  packages: { body: PackageBody; is_meant: boolean }[]
  /** The other teams of the institution. */
  teams: TeamBody[]
  terms: ContractTerms | undefined
  reasons: { resident: string[]; institution: string[]; transfer_offered: string[]; moved?: string[] } | undefined
  suspensions: { reasons: string[]; evidence: string[]; hospital_days_over: number } | undefined
  /** Contracts of the others under this roof, as far as this phone knows them. */
  others: { contract: ContractBody; resident: ResidentBody }[]
  may_amend: boolean
  may_change_team: boolean
}

export function useRunning(contract: () => ContractBody, resident: () => ResidentBody | undefined): LiveQuery<Running> {
  return useLiveQuery((docs) => readRunning(docs, contract(), resident(), todayOn()), [contract, resident] as unknown as WatchSource)
}

async function readRunning(docs: Documents, contract: ContractBody, resident: ResidentBody | undefined, today: string): Promise<Running> {
  const [all, teams, terms, reasons, suspensions, home, reviewing, others] = await Promise.all([
    docs.all<PackageBody>('package'), docs.all<TeamBody>('team'), ruleTable<ContractTerms>(docs, 'contract_terms', today),
    ruleTable<Running['reasons']>(docs, 'termination_reasons', today), ruleTable<Running['suspensions']>(docs, 'suspensions', today),
    resident?.elder_home_id ? docs.get<OrganizationBody>('organization', resident.elder_home_id) : undefined, teamsToReviewFor(docs), readOthers(docs, resident),
  ])
  const facts = resident && factsOf(resident, home?.body, today)
  const published = all.map(({ body }) => body as PackageBody).filter(({ status }) => status === 'published').sort((a, b) => a.code.localeCompare(b.code))
  const found = teams.map(({ body }) => body as TeamBody)
  const own = found.find(({ id }) => id === contract.team_id)
  return {
    packages: published.map((body) => ({ body, is_meant: !!facts && mayHold(body, facts, today) })), terms, reasons, suspensions, others,
    teams: found.filter(({ id, organization_id, is_active }) => id !== contract.team_id && organization_id === contract.organization_id && is_active),
    may_amend: reviewing.includes(contract.team_id), may_change_team: isLeader() && !!own && reviewing.includes(own.id),
  }
}

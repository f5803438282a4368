import type { WatchSource } from 'vue'
import { useLiveQuery, type LiveQuery } from '@/db/useLiveQuery'
import type { Documents } from '@/db/documents'
import type { ClinicianBody, ContractBody, PackageBody, ResidentBody, TeamBody } from '../shared/documents'
import { byId, pick } from '../shared/joins'
import { ruleTable } from '../shared/ruleTables'
import { LIVE, panelState } from './life'
import { teamsToReviewFor } from './reviewers'
import { readOthers } from './readOthers'
import type { ContractTerms } from './term'

/** Somebody's wish to be looked after by a team, and what has become of it. */
export interface Application {
  contract: ContractBody
  /** Missing while no team of this phone cares for the person yet. */
  resident: ResidentBody | undefined
  packages: PackageBody[]
  may_review: boolean
  /** How full the team is that is asked. */
  panel: { state: 'free' | 'crowded' | 'full'; count: number }
  /** Who lives there too, and asks for the same or is under contract. */
  others: { contract: ContractBody; resident: ResidentBody }[]
}

const NOBODY = { state: 'free', count: 0 } as const
const DOCTORS = ['doctor', 'tcm_doctor']

/** Everybody under contract with a team of this phone is on it. */
async function readPanel(docs: Documents, team_id: string): Promise<Application['panel']> {
  const [live, team, terms] = await Promise.all([docs.withStatus<ContractBody>('contract', [...LIVE]), docs.get<TeamBody>('team', team_id), ruleTable<ContractTerms>(docs, 'contract_terms')])
  const members = await byId<ClinicianBody>(docs, 'clinician', team?.body.member_ids ?? [])
  const doctors = [...members.values()].filter(({ profession }) => DOCTORS.includes(profession)).length
  const count = live.filter(({ body }) => body.team_id === team_id).length
  return { state: terms ? panelState(count, doctors, terms) : 'free', count }
}

export function useApplication(contract_id: () => string): LiveQuery<Application | null> {
  return useLiveQuery(async (docs) => {
    const view = await docs.get<ContractBody>('contract', contract_id())
    if (!view) return null
    const contract = view.body as ContractBody
    const [resident, packages, teams, panel] = await Promise.all([
      docs.get<ResidentBody>('resident', contract.resident_id), byId<PackageBody>(docs, 'package', contract.package_ids), teamsToReviewFor(docs),
      contract.status === 'pending_review' ? readPanel(docs, contract.team_id) : NOBODY,
    ])
    const others = contract.household_id ? await readOthers(docs, resident?.body as ResidentBody | undefined) : []
    return {
      panel, others, contract, resident: resident?.body as ResidentBody | undefined, packages: pick(packages, contract.package_ids), may_review: teams.includes(contract.team_id),
    }
  }, contract_id as WatchSource)
}

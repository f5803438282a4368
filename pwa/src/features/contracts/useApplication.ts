import type { WatchSource } from 'vue'
import { useLiveQuery, type LiveQuery } from '@/db/useLiveQuery'
import type { ContractBody, PackageBody, ResidentBody } from '../shared/documents'
import { byId, pick } from '../shared/joins'
import { teamsToReviewFor } from './reviewers'

/** Somebody's wish to be looked after by a team, and what has become of it. */
export interface Application {
  contract: ContractBody
  /** Missing while no team of this phone cares for the person yet. */
  resident: ResidentBody | undefined
  packages: PackageBody[]
  may_review: boolean
}

export function useApplication(contract_id: () => string): LiveQuery<Application | null> {
  return useLiveQuery(async (docs) => {
    const view = await docs.get<ContractBody>('contract', contract_id())
    if (!view) return null
    const contract = view.body as ContractBody
    const [resident, packages, teams] = await Promise.all([
      docs.get<ResidentBody>('resident', contract.resident_id), byId<PackageBody>(docs, 'package', contract.package_ids), teamsToReviewFor(docs),
    ])
    return { contract, resident: resident?.body as ResidentBody | undefined, packages: pick(packages, contract.package_ids), may_review: teams.includes(contract.team_id) }
  }, contract_id as WatchSource)
}

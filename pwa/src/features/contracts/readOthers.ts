import type { Documents } from '@/db/documents'
import type { ContractBody, ResidentBody } from '../shared/documents'

/** Those who live with somebody, each with the contract that says most. */
export async function readOthers(docs: Documents, resident: ResidentBody | undefined): Promise<{ contract: ContractBody; resident: ResidentBody }[]> {
  if (!resident?.household_id) return []
  const all = await docs.all<ResidentBody>('resident')
  const under_one_roof = all.map(({ body }) => body as ResidentBody).filter(({ id, household_id }) => id !== resident.id && household_id === resident.household_id)
  const found = await Promise.all(under_one_roof.map(async (other) => {
    const contracts = (await docs.ofResident<ContractBody>('contract', other.id)).map(({ body }) => body as ContractBody)
    const best = ORDER.flatMap((status) => contracts.find((one) => one.status === status) ?? [])[0]
    return best ? [{ contract: best, resident: other }] : []
  }))
  return found.flat()
}

const ORDER: readonly ContractBody['status'][] = ['active', 'suspended', 'pending_sign', 'pending_review', 'draft', 'expired']

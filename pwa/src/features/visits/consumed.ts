import type { Docs, Effect } from '@/sync'
import type { ContractBody, EntitlementBody, VisitBody, VisitLine } from '../shared/documents'

/** What a finished visit takes from the residents' contracts: one of each service that was done, past the quota as well. */
export function consumed(docs: Docs, visit: Readonly<VisitBody>, on: string): Effect[] {
  const contracts = new Map<string, ContractBody>()
  for (const line of visit.services) {
    const contract = contractOf(docs, line, on)
    if (!contract) continue
    const known = contracts.get(contract.id) ?? contract
    contracts.set(contract.id, { ...known, entitlements: known.entitlements?.map((one) => (covers(one, line, on) ? settled(one, line) : one)) })
  }
  return [...contracts].map(([id, body]) => ({ kind: 'contract', id, body }))
}

/** The contract that covers a line; one that this phone has added knows none yet. */
function contractOf(docs: Docs, { contract_id, resident_id }: VisitLine, on: string): Readonly<ContractBody> | undefined {
  if (contract_id) return docs.get<ContractBody>('contract', contract_id)
  return docs.all<ContractBody>('contract').find((contract) => contract.resident_id === resident_id && isInForce(contract, on))
}

export function isInForce({ status, starts_on, ends_on }: Readonly<ContractBody>, on: string): boolean {
  return (status === 'active' || status === 'suspended') && !!starts_on && starts_on <= on && !!ends_on && on <= ends_on
}

export function covers({ item_code, period_start_on, period_end_on }: EntitlementBody, line: Pick<VisitLine, 'item_code'>, on: string): boolean {
  return item_code === line.item_code && period_start_on <= on && on <= period_end_on
}

/** What was done is counted, what was set aside for this line is given back. */
function settled(entitlement: EntitlementBody, { outcome, contract_id }: VisitLine): EntitlementBody {
  const consumed = entitlement.consumed + (outcome === 'done' ? 1 : 0)
  const reserved = contract_id ? Math.max(0, entitlement.reserved - 1) : entitlement.reserved
  const left = entitlement.quota === null ? null : Math.max(0, entitlement.quota - consumed - reserved)
  return { ...entitlement, consumed, reserved, left }
}

import type { ContractBody, EntitlementBody, ServiceItemBody } from '../shared/documents'

/** What a contract promises this year, the things done at home first. */

const CATEGORIES = 'BCDAE'

export function promisesOf(contract: ContractBody, items: ReadonlyMap<string, ServiceItemBody>, on: string): EntitlementBody[] {
  const now = (contract.entitlements ?? []).filter(({ quota, period_start_on, period_end_on }) => quota !== null && period_start_on <= on && on <= period_end_on)
  const order = ({ item_code }: EntitlementBody): number => (items.get(item_code)?.places.includes('home') ? 0 : 10) + CATEGORIES.indexOf(item_code[0]!)
  return now.sort((a, b) => order(a) - order(b) || a.item_code.localeCompare(b.item_code))
}

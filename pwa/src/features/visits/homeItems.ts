import type { ContractBody, Profession, ServiceItemBody } from '../shared/documents'
import { entitlementOf, leftToBook } from './ticks'

/** What may be done at a home, by whom, and what the contract says to it. */

export interface HomeItem {
  code: string
  item: ServiceItemBody
  /** 还剩3次 */
  left: string
  is_in_package: boolean
}

/** Rounds in elder homes and calls are no visits; severe mental disorder (B06) is on no visit that others see. */
const APART = new Set(['B06', 'E05', 'E07'])

export function homeItems(items: Iterable<ServiceItemBody>, contract: ContractBody | undefined, on: string, profession?: Profession): HomeItem[] {
  const found = [...items].filter(({ code, places, roles }) => places.includes('home') && !APART.has(code) && (!profession || roles.includes(profession)))
  return found
    .map((item) => {
      const entitlement = entitlementOf(contract, item.code, on)
      return { code: item.code, item, left: leftToBook(entitlement), is_in_package: !!entitlement }
    })
    .sort((a, b) => Number(b.is_in_package) - Number(a.is_in_package) || a.code.localeCompare(b.code))
}

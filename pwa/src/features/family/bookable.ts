import type { ContractBody, EntitlementBody, PackageBody, ServiceItemBody } from '../shared/documents'

/** What family may ask us to come for: what the package still has and can be done at home. Pure. */

export interface Bookable {
  code: string
  item: ServiceItemBody
  /** What the year holds; undefined where this phone may not see it. */
  entitlement?: EntitlementBody
}

/** Of the rule table `visit_booking`. */
export interface VisitBooking {
  readonly horizon_days: number
  readonly items_apart: readonly string[]
}

/** Has a way of its own: medicine is asked for under 续药, and an emergency is no appointment. */
const ASKED_ELSEWHERE: readonly string[] = ['C04', 'E05']

export interface BookableFacts {
  contract: ContractBody | undefined
  packages: readonly PackageBody[]
  items: readonly ServiceItemBody[]
  booking: VisitBooking | undefined
  /** The day of the visit. */
  on: string
  /** Item codes of what was done before, one for each time. */
  done_codes: readonly string[]
  /** Item codes asked for on this phone that the contract does not know of yet. */
  pending_codes: readonly string[]
  lives_in_home: boolean
}

/** What was done most comes first, then what is counted by the year before what a doctor orders as needed; nursing first. */
export function bookable(facts: BookableFacts): Bookable[] {
  const { contract, items, booking, lives_in_home } = facts
  if (contract?.status !== 'active') return []
  const known = new Map(items.map((item) => [item.code, item]))
  const open: { code: string; entitlement?: EntitlementBody }[] = contract.entitlements ? withQuota(contract.entitlements, facts) : includedIn(contract.package_ids, facts.packages).map((code) => ({ code }))
  return open
    .flatMap((one) => (known.has(one.code) ? [{ ...one, item: known.get(one.code)! }] : []))
    .filter(({ item }) => item.places.some((place) => place === 'home' || (lives_in_home && place === 'institution')))
    .filter(({ code }) => !ASKED_ELSEWHERE.includes(code) && !booking?.items_apart.includes(code))
    .sort((a, b) => times(b.code, facts) - times(a.code, facts) || asNeeded(a) - asNeeded(b) || order(a.item) - order(b.item) || a.code.localeCompare(b.code))
}

function withQuota(entitlements: readonly EntitlementBody[], { on, pending_codes }: BookableFacts): { code: string; entitlement: EntitlementBody }[] {
  return entitlements
    .filter(({ period_start_on, period_end_on }) => period_start_on <= on && on <= period_end_on)
    .map((entitlement) => ({ code: entitlement.item_code, entitlement: withPending(entitlement, pending_codes) }))
    .filter(({ entitlement: { left } }) => left === null || left > 0)
}

function withPending(entitlement: EntitlementBody, pending_codes: readonly string[]): EntitlementBody {
  const count = pending_codes.filter((code) => code === entitlement.item_code).length
  if (!count || entitlement.left === null) return entitlement
  return { ...entitlement, reserved: entitlement.reserved + count, left: entitlement.left - count }
}

/** The items of these packages and of those that they contain. */
export function includedIn(package_ids: readonly string[], packages: readonly PackageBody[]): string[] {
  const codes = new Set<string>()
  const walk = (one: PackageBody): void => {
    one.lines.forEach(({ item_code }) => codes.add(item_code))
    for (const { code } of one.contains) {
      const inner = packages.filter((each) => each.code === code).sort((a, b) => a.version - b.version).at(-1)
      if (inner) walk(inner)
    }
  }
  packages.filter(({ id }) => package_ids.includes(id)).forEach(walk)
  return [...codes]
}

function times(code: string, { done_codes }: BookableFacts): number {
  return done_codes.filter((done) => done === code).length
}

function asNeeded({ entitlement }: Bookable): number {
  return entitlement?.left === null ? 1 : 0
}

function order({ category }: ServiceItemBody): number {
  return 'DCBAE'.indexOf(category)
}

import { daysBetween, localTime } from '@/i18n/calendar'
import { careDays } from '../contracts/life'
import type { ContractBody, FollowUpBody, ResidentBody, VisitBody } from '../shared/documents'
import { riskOrder } from '../shared/people'

/**
 * Signed and not served (签而不约): nobody has come since the contract began, or a follow-up is long overdue. Source: domain
 * rules §1.8, SNS-1, SNS-2 and SNS-5. Values: the rule tables `fulfilment` and `no_visit_reasons`.
 */

export interface Fulfilment {
  readonly items_owed: readonly string[]
  readonly unserved_days: number
  readonly overdue_days: number
}

export interface NoVisitReasons {
  readonly unreachable_attempts: number
  readonly unreachable_days: number
}

export interface QuietFacts {
  today: string
  contracts: readonly ContractBody[]
  /** Due ones, and whatever else is known of those who may be unserved. */
  follow_ups: readonly FollowUpBody[]
  /** Open, missed, and whatever else is known of those who may be unserved. */
  visits: readonly VisitBody[]
  fulfilment: Fulfilment
  no_visit: NoVisitReasons
}

export interface Quiet {
  resident_id: string
  /** Days since the contract began in which nobody came. */
  unserved_days?: number
  /** Of the follow-up that is longest overdue. */
  overdue_days?: number
  follow_ups: FollowUpBody[]
  /** Days on which somebody tried in vain, since they were last served. */
  tried_count: number
  is_tried_by_phone: boolean
}

/** Those who may be unserved by their contract alone: nothing of it has been used since it began. */
export function unusedContracts({ today, contracts, fulfilment }: Pick<QuietFacts, 'today' | 'contracts' | 'fulfilment'>): ContractBody[] {
  return contracts.filter((contract) =>
    contract.status === 'active' && careDays(contract, today) >= fulfilment.unserved_days && (contract.entitlements ?? []).every(({ consumed }) => consumed === 0))
}

/** Whom to go to first: never served before long overdue, each by the days. Whoever has a visit coming is not among them. */
export function quietOf(facts: QuietFacts): Quiet[] {
  const { today, follow_ups, visits, fulfilment } = facts
  const planned = new Set(visits.filter(({ status }) => OPEN.has(status)).flatMap(({ resident_ids }) => resident_ids))
  const served = servedOn(visits, follow_ups)
  const quiet = new Map<string, Quiet>()
  for (const contract of unusedContracts(facts)) {
    const { resident_id, starts_on } = contract
    const isServed = (served.get(resident_id) ?? '') >= starts_on!
    if (!isServed && !planned.has(resident_id) && !isUnreachable(attemptsOf(resident_id, visits), facts)) {
      quiet.set(resident_id, { resident_id, unserved_days: careDays(contract, today), follow_ups: [], tried_count: 0, is_tried_by_phone: false })
    }
  }
  for (const follow_up of follow_ups.filter(({ status }) => status === 'due')) {
    const { resident_id, due_on } = follow_up
    const days = daysBetween(due_on, today)
    if (days <= fulfilment.overdue_days || planned.has(resident_id)) continue
    const known = quiet.get(resident_id) ?? { resident_id, follow_ups: [], tried_count: 0, is_tried_by_phone: false }
    quiet.set(resident_id, { ...known, follow_ups: [...known.follow_ups, follow_up], overdue_days: Math.max(days, known.overdue_days ?? 0) })
  }
  return [...quiet.values()].map((one) => ({ ...one, ...tried(one.resident_id, visits, served.get(one.resident_id)) })).sort(byUrgency)
}

/** Those at high risk first, else in their order. Whose resident is not on this phone is of another team. */
export function byNeed(quiet: readonly Quiet[], residents: ReadonlyMap<string, Pick<ResidentBody, 'risk' | 'deceased_on'>>): Quiet[] {
  const here = quiet.filter(({ resident_id }) => residents.has(resident_id) && !residents.get(resident_id)!.deceased_on)
  const riskOf = ({ resident_id }: Quiet): number => riskOrder(residents.get(resident_id)!.risk)
  return here.sort((a, b) => riskOf(a) - riskOf(b))
}

const OPEN = new Set<VisitBody['status']>(['requested', 'accepted', 'scheduled', 'en_route', 'in_progress'])

function byUrgency(a: Quiet, b: Quiet): number {
  return (b.unserved_days ?? -1) - (a.unserved_days ?? -1) || (b.overdue_days ?? -1) - (a.overdue_days ?? -1) || a.resident_id.localeCompare(b.resident_id)
}

/** The last day on which something was done for each resident. */
function servedOn(visits: readonly VisitBody[], follow_ups: readonly FollowUpBody[]): Map<string, string> {
  const last = new Map<string, string>()
  const note = (resident_id: string, at: string): void => {
    const on = localTime(at).on
    if (on > (last.get(resident_id) ?? '')) last.set(resident_id, on)
  }
  for (const { services, ended_at } of visits) {
    for (const { resident_id, outcome } of services) if (ended_at && outcome === 'done') note(resident_id, ended_at)
  }
  for (const { resident_id, done_at } of follow_ups) if (done_at) note(resident_id, done_at)
  return last
}

type Attempt = VisitBody['contact_attempts'][number]

function attemptsOf(resident_id: string, visits: readonly VisitBody[]): Attempt[] {
  return visits.filter(({ resident_ids }) => resident_ids.includes(resident_id)).flatMap(({ contact_attempts }) => contact_attempts)
}

/** Tried on enough different days lately: not the team's omission for now. */
function isUnreachable(attempts: readonly Attempt[], { today, no_visit }: QuietFacts): boolean {
  const days = daysTried(attempts).filter((on) => daysBetween(on, today) <= no_visit.unreachable_days)
  return days.length >= no_visit.unreachable_attempts
}

function tried(resident_id: string, visits: readonly VisitBody[], since = ''): Pick<Quiet, 'tried_count' | 'is_tried_by_phone'> {
  const attempts = attemptsOf(resident_id, visits).filter(({ occurred_at }) => localTime(occurred_at).on > since)
  return { tried_count: daysTried(attempts).length, is_tried_by_phone: attempts.every(({ kind }) => kind === 'no_answer') }
}

function daysTried(attempts: readonly Attempt[]): string[] {
  return [...new Set(attempts.map(({ occurred_at }) => localTime(occurred_at).on))]
}

import type { FindingBody } from '../fulfilment/bodies'
import type { FollowUpBody, ResidentBody, VisitBody } from '../shared/documents'
import { localTime } from '@/i18n/calendar'
import { riskOrder } from '../shared/people'

/**
 * Who is not being served (签而不约). The server finds it each night and sends it along (`finding`); the phone leaves out
 * whoever has a visit coming and puts the rest in the order in which one goes there. Source: domain rules §1.8.
 */

export type Severity = FindingBody['severity']

export interface Quiet {
  resident_id: string
  /** The gravest first. */
  findings: FindingBody[]
  follow_ups: FollowUpBody[]
  /** Days on which somebody tried in vain lately. */
  tried_count: number
  is_tried_by_phone: boolean
}

export interface QuietFacts {
  findings: readonly FindingBody[]
  /** Due ones. */
  follow_ups: readonly FollowUpBody[]
  /** Open and missed. */
  visits: readonly VisitBody[]
}

const GRAVEST: readonly Severity[] = ['red', 'amber', 'note']
const OPEN = new Set<VisitBody['status']>(['requested', 'accepted', 'scheduled', 'en_route', 'in_progress'])

/** One row a person; whoever has a visit coming waits for that. */
export function quietOf({ findings, follow_ups, visits }: QuietFacts): Quiet[] {
  const planned = new Set(visits.filter(({ status }) => OPEN.has(status)).flatMap(({ resident_ids }) => resident_ids))
  const of = new Map<string, FindingBody[]>()
  for (const one of findings) if (!planned.has(one.resident_id)) of.set(one.resident_id, [...(of.get(one.resident_id) ?? []), one])
  return [...of].map(([resident_id, found]): Quiet => ({
    resident_id,
    findings: found.sort((a, b) => gravity(a) - gravity(b) || a.since_on.localeCompare(b.since_on)),
    follow_ups: follow_ups.filter((one) => one.resident_id === resident_id && one.status === 'due'),
    ...tried(resident_id, visits),
  }))
}

/** By gravity, then those at high risk first, then the longest. Whose resident is not on this phone is of another team. */
export function byNeed(quiet: readonly Quiet[], residents: ReadonlyMap<string, Pick<ResidentBody, 'risk' | 'deceased_on'>>): Quiet[] {
  const here = quiet.filter(({ resident_id }) => residents.has(resident_id) && !residents.get(resident_id)!.deceased_on)
  const riskOf = ({ resident_id }: Quiet): number => riskOrder(residents.get(resident_id)!.risk)
  return here.sort((a, b) => gravity(a.findings[0]!) - gravity(b.findings[0]!) || riskOf(a) - riskOf(b) || sinceOf(a).localeCompare(sinceOf(b)) || a.resident_id.localeCompare(b.resident_id))
}

/** What to do there first: the item that is late. */
export function lateItem({ findings }: Quiet): string | undefined {
  return findings.find(({ code }) => code === 'sns_2')?.detail.item_code
}

function gravity({ severity }: Pick<FindingBody, 'severity'>): number {
  return GRAVEST.indexOf(severity)
}

function sinceOf({ findings }: Quiet): string {
  return findings[0]!.since_on
}

function tried(resident_id: string, visits: readonly VisitBody[]): Pick<Quiet, 'tried_count' | 'is_tried_by_phone'> {
  const attempts = visits.filter(({ resident_ids }) => resident_ids.includes(resident_id)).flatMap(({ contact_attempts }) => contact_attempts)
  const days = new Set(attempts.map(({ occurred_at }) => localTime(occurred_at).on))
  return { tried_count: days.size, is_tried_by_phone: attempts.every(({ kind }) => kind === 'no_answer') }
}

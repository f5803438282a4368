import { t } from '@/i18n'
import { clockText, dateText, daysBetween, distanceText, durationText, localTime, nearDayText, timeText, weekdayText } from '@/i18n/dates'
import type { IconName } from '@/ui/icons'
import type { ClinicianBody, MeasurementBody, ProxyBody, ResidentBody, VisitBody, VisitLine } from '../shared/documents'
import { pick } from '../shared/joins'
import { ageText, facts, listed } from '../shared/people'
import { itemWord } from '../shared/words'
import { nameOf } from '../tasks/names'
import { obstacleOf, type HeldWork } from './held'
import { farthest, minutesInside, missingElements, reasonOf } from './proof'
import type { FindingBody } from '../fulfilment/bodies'
import type { Quiet } from './quiet'
import type { Board } from './useBoard'
import type { Busy } from './windows'

/** The board in words. */

type Known = Pick<Board, 'residents' | 'clinicians' | 'items'>

export function visitName(visit: VisitBody, { residents }: Pick<Known, 'residents'>): string {
  return nameOf({ visit, residents: pick(residents, visit.resident_ids) }) || (visit.place_text ?? t('team-somebody'))
}

/** `84岁，黄桷村`; of a couple how many, of a round the place says it. */
export function visitAbout(visit: VisitBody, { residents }: Pick<Known, 'residents'>, today: string): string {
  const people = pick(residents, visit.resident_ids)
  const about = people.length === 1 ? ageText(people[0]!, today) : people.length > 1 ? t('team-people', { count: String(people.length) }) : ''
  return facts([about, visit.village])
}

export function residentAbout(resident: ResidentBody, today: string): string {
  return facts([ageText(resident, today), resident.village])
}

/** `量血压、看情况` */
export function servicesText(services: readonly Pick<VisitLine, 'item_code' | 'outcome'>[], { items }: Pick<Known, 'items'>): string {
  const counts = new Map<string, number>()
  for (const { item_code, outcome } of services) if (outcome !== 'not_done') counts.set(item_code, (counts.get(item_code) ?? 0) + 1)
  return listed([...counts].map(([code, count]) => {
    const word = itemWord(code, items.get(code))
    return count > 1 ? t('team-item_people', { item: word, count: String(count) }) : word
  }))
}

/** `后天上午，女儿约的` */
export function wishText(visit: VisitBody, proxies: readonly ProxyBody[], today: string): string {
  const near = visit.wish_on && shortDay(visit.wish_on, today)
  const day = near && (visit.wish_part === 'any' ? near : t('team-wish', { day: near, part: t(`visits-part-${visit.wish_part}`) }))
  return facts([day, sourceText(visit, proxies)])
}

/** `量血压、看情况，后天上午9点`: what else is coming to these residents, so that nobody goes twice. */
export function alsoText(visit: VisitBody, known: Known & Pick<Board, 'proxies'>, today: string): string {
  const at = visit.planned_start_at
  return facts([servicesText(visit.services, known), at ? startText(at, today) : wishText(visit, known.proxies, today)])
}

/** `明天`, else `11月30日`: beside the name there is no room for the day of the week. */
export function shortDay(on: string, today: string): string {
  return Math.abs(daysBetween(on, today)) <= 2 ? nearDayText(on, today) : dateText(on, today)
}

/** `明天`, else `25日 星期三`: one of many in a line. */
export function chipDay(on: string, today: string): string {
  const near = Math.abs(daysBetween(on, today)) <= 2
  return near ? nearDayText(on, today) : t('team-day_chip', { day: String(Number(on.slice(8))), weekday: weekdayText(on) })
}

/** Of two relatives who may book nobody knows which of them it was. */
export function sourceText({ source, resident_ids }: Pick<VisitBody, 'source' | 'resident_ids'>, proxies: readonly ProxyBody[]): string {
  if (source !== 'app_proxy') return t(`team-source-${source}`)
  const relations = new Set(proxies.filter(({ resident_id, scopes }) => resident_ids.includes(resident_id) && scopes.includes('book')).map(({ relation }) => relation))
  const [only] = relations
  return t(relations.size === 1 && BY.has(only!) ? `team-source-${only}` : 'team-source-app_proxy')
}
const BY = new Set<ProxyBody['relation']>(['son', 'daughter', 'spouse', 'grandchild'])

/** `最早的等了50分钟`, beyond a day in days. */
export function waitText(minutes: number | undefined): string | undefined {
  if (minutes === undefined || minutes < 1) return undefined
  const days = Math.floor(minutes / (24 * 60))
  return t('team-longest_wait', { time: days ? t('team-days', { days: String(days) }) : durationText(minutes) })
}

/** `签了118天，一次没去` or `高血压随访过了37天还没做，打过2次没接` */
export function quietText({ findings, tried_count, is_tried_by_phone }: Quiet, { items }: Pick<Known, 'items'>, today: string): string {
  const is_told = findings.some(({ code }) => code === 'sns_5')
  return facts([
    ...findings.map((one) => findingText(one, items, today)),
    tried_count > 0 && !is_told && t(is_tried_by_phone ? 'team-quiet-called' : 'team-quiet-tried', { count: String(tried_count) }),
  ])
}

function findingText({ code, detail }: FindingBody, items: Known['items'], today: string): string {
  switch (code) {
    case 'sns_1': return t('fulfilment-sns_1', { days: String(daysBetween(detail.starts_on!, today)) })
    case 'sns_2': {
      const told = { item: itemWord(detail.item_code!, items.get(detail.item_code!)), days: String(daysBetween(detail.due_on!, today)), count: String(detail.item_count) }
      return t(detail.item_count! > 1 ? 'fulfilment-sns_2_more' : 'fulfilment-sns_2', told)
    }
    case 'sns_3': return t('fulfilment-sns_3', { quota: String(detail.quota), done: String(detail.done) })
    case 'sns_5': return t('fulfilment-sns_5', { count: String(detail.day_count) })
  }
}

export function peopleText(ids: readonly string[], clinicians: ReadonlyMap<string, ClinicianBody>): string {
  return listed(pick(clinicians, ids).map(({ name }) => name))
}

/** What the leader looks at, the strangest first: `离家430米`. */
export function doubtsOf(visit: VisitBody): { id: string; label: string; icon: IconName }[] {
  const doubts = (visit.review?.reasons ?? []).map((reason) => {
    const metres = reason === 'outside' ? farthest(visit)?.distance_metres : undefined
    const label = metres ? t('team-doubt-outside', { distance: distanceText(metres) }) : t(`visits-review_reason-${reason}`)
    return { id: reason, label, icon: ICON_OF[reason] ?? 'circle-alert' }
  })
  const missing = missingElements(visit)
  return missing.length ? [{ id: 'missing', label: t('team-doubt-missing', { count: String(missing.length) }), icon: 'pen-line' }, ...doubts] : doubts
}

const ICON_OF: Readonly<Record<string, IconName>> = {
  outside: 'map-pin-off', unknown_place: 'map-pin-off', clock_doubtful: 'clock-alert', backwards: 'clock-alert', overlapping: 'clock-alert', not_confirmed: 'signature',
}

/** Why, in the words of whoever was there, or what the times say. */
export function doubtText(visit: VisitBody): string {
  const missing = missingElements(visit)
  if (missing.length) return t('team-doubt-lacks', { what: listed(missing.map((element) => t(`visits-element-${element}`))) })
  const minutes = minutesInside(visit)
  const reason = reasonOf(visit)
  return facts([
    reason && t('team-doubt-reason', { reason: reason === 'other' ? t('team-doubt-in_note') : t(`visits-outside_reason-${reason}`) }),
    minutes !== undefined && minutes < 0 && t('team-doubt-minutes', { minutes: String(-minutes) }),
  ])
}

/** `21日，陈志远` */
export function doneText(visit: VisitBody, { clinicians }: Pick<Known, 'clinicians'>, today: string): string {
  const at = visit.started_at ?? visit.ended_at
  return facts([at && shortDay(localTime(at).on, today), peopleText(visit.clinician_ids, clinicians)])
}

/** Why somebody cannot be sent: `9:30到10:10在任桂英家`, `那天排满6家`. */
export function busyText(busy: Busy, known: Pick<Known, 'residents'>): string {
  if ('full' in busy) return t('team-busy-full', { count: String(busy.full) })
  const { visit } = busy
  return t('team-busy-visit', { from: clockText(visit.planned_start_at!), until: clockText(visit.planned_end_at!), name: visitName(visit, known) })
}

/** `明天上午9点` */
export function startText(start_at: string, today: string): string {
  return t('dates-near_moment', { day: shortDay(localTime(start_at).on, today), time: timeText(start_at) })
}

/** `血压152/88`, `空腹血糖7.1` */
export function measuredText({ values }: Pick<MeasurementBody, 'values'>): string {
  const { systolic, diastolic, ...others } = values
  const pressure = systolic !== undefined && diastolic !== undefined ? [t('team-pressure', { value: `${systolic}/${diastolic}` })] : []
  return facts([...pressure, ...Object.entries(others).map(([measure, value]) => t('team-measured', { measure: t(`visits-measure-${measure}`), value: String(value) }))])
}

export function heldName({ resident_names }: HeldWork): string {
  return listed(resident_names) || t('team-somebody')
}

/** `19日，蒲晓燕` */
export function heldAbout({ occurred_at, account_name }: HeldWork, today: string): string {
  return facts([shortDay(localTime(occurred_at).on, today), account_name])
}

/** What was done, by the visit where it is on this phone, else by the work itself. */
export function heldWhat({ entity_id, commands }: HeldWork, { held_visits, items }: Pick<Board, 'held_visits' | 'items'>): string {
  const visit = held_visits.get(entity_id)
  return visit ? servicesText(visit.services, { items }) : listed([...new Set(commands.map(({ kind }) => t(`team-work-${obstacleOf(kind)}`)))])
}

const OBSTACLES = new Set(['reassigned', 'cancelled', 'terminated', 'wrong_team', 'wrong_clinician', 'account_disabled', 'not_team'])
/** What lies behind a visit that was cancelled by itself. */
const BEHIND: Readonly<Record<string, string>> = { contract_ended: 'terminated', deceased: 'deceased' }

/** Why it could not simply be written down. */
export function heldWhy({ code, entity_id, account_name }: HeldWork, { held_visits }: Pick<Board, 'held_visits'>): string {
  const word = obstacleOf(code)
  const { end_reason = null, end_note = null } = held_visits.get(entity_id) ?? {}
  if (word !== 'cancelled' || !end_reason) return t(`team-held-why_${OBSTACLES.has(word) ? word : 'other'}`, { who: account_name })
  const behind = BEHIND[end_reason]
  return behind ? t(`team-held-why_${behind}`) : t('team-held-why_called_off', { reason: end_note ?? t(`visits-cancel_reason-${end_reason}`) })
}

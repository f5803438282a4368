import { t } from '@/i18n'
import { clockText, distanceText } from '@/i18n/dates'
import type { ClinicianBody, FollowUpBody, ServiceItemBody, VisitBody } from '../shared/documents'
import { ageText, facts, groupText, listed, phoneOf } from '../shared/people'
import { itemWord } from '../shared/words'
import { distanceMetres } from '../visits/verdict'
import { ITEM_OF } from './names'
import type { Task } from './tasks'

/** A task in the words of its row. */

const NEXT_DOOR_METRES = 100
const PROGRAMMES = ['hypertension', 'diabetes'] as const

export function aboutOf({ residents }: Pick<Task, 'residents'>, today: string): string {
  return residents.length === 1 ? ageText(residents[0]!, today) : t('tasks-people', { count: String(residents.length) })
}

/** `压疮换药，蒲晓燕同去`; a follow-up that is due rides along with whatever was planned. */
export function purposeOf(task: Task, items: ReadonlyMap<string, ServiceItemBody>, clinicians: ReadonlyMap<string, ClinicianBody>, me: string): string {
  const { visit, follow_ups } = task
  const lines = visit?.services.filter(({ outcome }) => outcome !== 'not_done') ?? []
  const counts = new Map<string, number>()
  for (const { item_code } of lines) counts.set(item_code, (counts.get(item_code) ?? 0) + 1)
  const programmes = new Set<FollowUpBody['programme']>(follow_ups.map(({ programme }) => programme))
  for (const [programme, code] of Object.entries(ITEM_OF) as [FollowUpBody['programme'], string][]) {
    if (counts.delete(code)) programmes.add(programme)
  }
  const services = [...counts].map(([code, count]) => {
    const word = itemWord(code, items.get(code))
    return count > 1 ? t('tasks-item_people', { item: word, count: String(count) }) : word
  })
  const together = (visit?.clinician_ids ?? []).filter((id) => id !== me).flatMap((id) => clinicians.get(id)?.name ?? [])
  return facts([
    !!task.first_visit_on && t('tasks-first_visit'),
    programmes.size > 0 && t('tasks-follow_up', { programmes: listed(PROGRAMMES.filter((one) => programmes.has(one)).map((one) => t(`tasks-programme-${one}`))) }),
    services.length > 0 && listed(services),
    together.length > 0 && t('tasks-together', { names: listed(together) }),
  ])
}

/** `黄桷村1组，3.1公里`: the way from `before`, where it matters; one that is late says so instead. */
export function placeOf(task: Task, before: Spot | undefined): string {
  const home = task.residents[0]
  const group = home ? groupText(home) : (task.visit?.place_text ?? '')
  const [from, to] = task.overdue_days ? [] : [pointOf(before), pointOf(spotOf(task))]
  const metres = from && to ? distanceMetres(from, to) : 0
  return facts([group, metres >= NEXT_DOOR_METRES && distanceText(Math.round(metres))])
}

export interface Spot {
  latitude: number | null
  longitude: number | null
}

export function spotOf({ visit, residents }: Task): Spot | undefined {
  const placed = [visit, ...residents].find((one) => one && one.latitude !== null && one.longitude !== null)
  return placed && { latitude: placed.latitude, longitude: placed.longitude }
}

function pointOf(spot: Spot | undefined) {
  return spot && spot.latitude !== null && spot.longitude !== null
    ? ({ latitude: spot.latitude, longitude: spot.longitude, datum: 'wgs84' } as const)
    : undefined
}

export function timeOf(visit: VisitBody | undefined): string | undefined {
  const at = visit?.planned_start_at ?? visit?.started_at
  return at ? clockText(at) : undefined
}

export function numberOf({ residents }: Task): string | undefined {
  return residents.map(phoneOf).find(Boolean)?.number
}

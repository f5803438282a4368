import { language, t } from '@/i18n'
import { dayText, nearDayText, nearMomentText, weekdayText } from '@/i18n/dates'
import type { ClinicianBody, ServiceItemBody, WishPart } from '../shared/documents'
import { calledClinician, ownName } from '../shared/words'
import type { Person } from './people'
import { lunarText } from './lunar'
import { itemCodes, type SeenVisit } from './plan'

/** How the family's pages call people, services and days: no illness by its name, nothing of the office. */

export type Items = ReadonlyMap<string, ServiceItemBody>

export function itemWord(code: string, items?: Items): string {
  const id = `family-item-${code}`
  const word = t(id)
  const item = items?.get(code)
  // An item that is too new for this app has the catalogue's own name.
  return word === id ? (item ? ownName(item) : code) : word
}

export function itemsText(codes: readonly string[], items?: Items): string {
  return codes.map((code) => itemWord(code, items)).join(t('family-and'))
}

/** `蒲晓燕护士、陈志远医生`; of nobody yet nothing is said. */
export function whoText(ids: readonly string[], clinicians: ReadonlyMap<string, ClinicianBody>): string {
  return ids.flatMap((id) => clinicians.get(id) ?? []).map((one) => calledClinician(one)).join(t('family-and'))
}

/** `妈妈杜玉芳` for a daughter; the name alone where it is not known what to say. */
export function elderText({ name, relation, resident: { sex } }: Person): string {
  if (relation === 'spouse') return t('family-elder-spouse', { name })
  if (relation === 'son' || relation === 'daughter') {
    if (sex === 'female') return t('family-elder-mother', { name })
    if (sex === 'male') return t('family-elder-father', { name })
  }
  return name
}

/** `后天上午9点`; while nobody is planned the wish: `后天上午`. */
export function whenText(visit: SeenVisit, today: string): string {
  if (visit.planned_start_at) return nearMomentText(visit.planned_start_at, today)
  return visit.wish_on ? wishText(visit.wish_on, visit.wish_part, today) : t('family-when_open')
}

export function wishText(on: string, part: WishPart, today: string): string {
  const near = nearText(on, today)
  if (part === 'any') return near || dayText(on, today)
  const name = t(`family-part-${part}`)
  return near ? t('family-wish_near', { day: near, part: name }) : t('family-wish', { day: dayText(on, today), part: name })
}

/** What stands small beside a leaf: 星期四，农历十月十八. The farmers' calendar has no English. */
export function besideLeaf(on: string, is_weekday_needed = false): string {
  const lunar = language.value === 'zh-CN' ? lunarText(on) : undefined
  return [is_weekday_needed && weekdayText(on), lunar && t('family-lunar', { lunar })].filter(Boolean).join(t('family-comma'))
}

/** Who comes for an item and for how long: 护士来，约20分钟. */
export function comersText(item: ServiceItemBody): string {
  const who = comers(item)
  return item.minutes ? t('family-comes_minutes', { who, minutes: item.minutes }) : t('family-comes', { who })
}

/** By their calling: nobody is planned yet. */
export function comers({ roles, needs_each_role }: ServiceItemBody): string {
  return (needs_each_role ? roles : roles.slice(0, 1)).map((role) => t(`family-role-${role}`)).join(t('family-and'))
}

/** `后天`; empty where only the date itself says which day. */
export function nearText(on: string, today: string): string {
  const near = nearDayText(on, today)
  return near === dayText(on, today) ? '' : near
}

/** All of a visit that is to come, in one sentence, to be read aloud. */
export function visitSentence(visit: SeenVisit, clinicians: ReadonlyMap<string, ClinicianBody>, items: Items, today: string): string {
  const parts = { when: whenText(visit, today), who: whoText(visit.clinician_ids, clinicians), what: itemsText(itemCodes(visit), items) }
  return t(parts.who ? 'family-sentence' : 'family-sentence_open', parts)
}

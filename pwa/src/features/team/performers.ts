/**
 * Who may perform a service at a resident's. The twin of jiayi/catalogue/rules.py; both are held to
 * tests/tables/performers.json. Values: the rule table `qualifications` and the catalogue.
 */
import { ageOn } from '@/i18n/calendar'
import type { ClinicianBody, Profession, ServiceItemBody, Title } from '../shared/documents'
import { refused, type Refused } from '../visits/refused'

export interface Performer {
  readonly profession: Profession
  readonly title: Title
  /** Full years at work. */
  readonly years: number
  readonly certificates: readonly string[]
}

export type Asked = Pick<ServiceItemBody, 'code' | 'roles' | 'places' | 'certificate' | 'needs_two' | 'needs_each_role'>
export type Place = ServiceItemBody['places'][number]

export interface Qualifications {
  readonly at_home: Readonly<Partial<Record<Profession, { readonly years_min: number; readonly title_min: Title }>>>
}

const TITLES: readonly Title[] = ['none', 'assistant', 'junior', 'intermediate', 'associate_senior', 'senior']

export function performerOf({ profession, title, worked_since_on, certificates }: ClinicianBody, on: string): Performer {
  return { profession, title, years: worked_since_on ? ageOn(worked_since_on, on) : 0, certificates }
}

/** Why this person may not perform the item there; null when nothing stands against it. */
export function mayPerform({ profession, title, years, certificates }: Performer, item: Asked, place: Place, table: Qualifications): Refused | null {
  if (!item.roles.includes(profession)) return refused('catalogue.refused.wrong_profession', { item: item.code })
  if (!item.places.includes(place)) return refused('catalogue.refused.wrong_place', { item: item.code, place })
  if (item.certificate && !certificates.includes(item.certificate)) return refused('catalogue.refused.no_certificate', { certificate: item.certificate })
  const needed = table.at_home[profession]
  if (place !== 'home' || !needed) return null
  if (years < needed.years_min) return refused('catalogue.refused.too_few_years', { needed: needed.years_min, has: years })
  return TITLES.indexOf(title) < TITLES.indexOf(needed.title_min) ? refused('catalogue.refused.title_too_low', { needed: needed.title_min }) : null
}

/** Where a home visit takes place for the item: one that is given only in institutions is given on that visit. */
export function visitPlace({ places }: Pick<Asked, 'places'>): Place {
  return !places.includes('home') && places.includes('institution') ? 'institution' : 'home'
}

/** Why those who would go together are not enough for the items; null when they are. */
export function unstaffed(going: readonly Performer[], items: readonly Asked[], table: Qualifications): Refused | null {
  for (const item of items) {
    const answers = going.map((one) => mayPerform(one, item, visitPlace(item), table))
    if (!answers.includes(null)) return answers[0] ?? refused('visits.refused.too_few_clinicians', { needed: neededCount(items) })
    const missing = item.needs_each_role ? item.roles.find((role) => !going.some(({ profession }) => profession === role)) : undefined
    if (missing) return refused('catalogue.refused.role_missing', { role: missing })
  }
  const needed = neededCount(items)
  return going.length < needed ? refused('visits.refused.too_few_clinicians', { needed }) : null
}

/** How many go. */
export function neededCount(items: readonly Pick<Asked, 'needs_two'>[]): number {
  return items.some(({ needs_two }) => needs_two) ? 2 : 1
}

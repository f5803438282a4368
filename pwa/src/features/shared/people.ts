import { t } from '@/i18n'
import { ageOn, todayOn } from '@/i18n/dates'
import type { Risk } from '@/ui/RiskTag.vue'
import type { ResidentBody, ResidentPhone } from './documents'

/** A person in the few words a list or a head line has room for. */

export function ageText({ birth_on }: Pick<ResidentBody, 'birth_on'>, today = todayOn()): string {
  return t('residents-age', { age: String(ageOn(birth_on, today)) })
}

/** `76岁，男，石板桥3组12号`: what is known of it. */
export function aboutText(resident: ResidentBody, today = todayOn()): string {
  const sex = resident.sex === 'male' || resident.sex === 'female' ? t(`residents-sex-${resident.sex}`) : ''
  return facts([ageText(resident, today), sex, homeText(resident)])
}

/** The whole address, from the village on where the address says it. */
export function homeText({ address_text, village, village_group }: Pick<ResidentBody, 'address_text' | 'village' | 'village_group'>): string {
  const from = village ? (address_text ?? '').indexOf(village) : -1
  if (from >= 0) return address_text!.slice(from)
  return address_text ?? groupText({ village, village_group })
}

/** `石板桥3组`: enough for neighbours, and what a map app may know. */
export function groupText({ village, village_group }: Pick<ResidentBody, 'village' | 'village_group'>): string {
  return `${village ?? ''}${village_group ?? ''}`
}

/** The number to ring: the resident's own, else the first of the house. */
export function phoneOf({ phones }: Pick<ResidentBody, 'phones'>): ResidentPhone | undefined {
  return phones.find(({ relation }) => relation === 'self') ?? phones[0]
}

const RISKS: readonly Risk[] = ['high', 'medium', 'low']

/** The risk that counts for several people together. */
export function highestRisk(residents: readonly Pick<ResidentBody, 'risk'>[]): Risk | undefined {
  return RISKS.find((risk) => residents.some((resident) => resident.risk === risk))
}

/** Less is more urgent. */
export function riskOrder(risk: Risk | undefined): number {
  return risk ? RISKS.indexOf(risk) : RISKS.length
}

/** Facts in one line, those that there are. */
export function facts(parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(t('residents-fact_mark'))
}

/** Names one after the other: 青永福、何素芬. */
export function listed(names: readonly string[]): string {
  return names.join(t('residents-name_mark'))
}

import type { components } from '@/api/schema'
import { t } from '@/i18n'
import { moneyText } from '@/i18n/dates'
import type { Criterion, ServiceItemBody } from '../shared/documents'
import { itemWord } from '../shared/words'

/** Packages in words: for whom, how often, what a draft changes. */

export type Change = components['schemas']['Change']
export type Hurdle = components['schemas']['Hurdle']
export type Items = ReadonlyMap<string, ServiceItemBody>
type Line = [quota: number | null, when: Criterion | null]

/** Conditions that must all hold: 满65岁、高血压. */
export function criterionText(one: Criterion): string {
  const { conditions = [], conditions_min = 1 } = one
  const named = conditions.map((code) => t(`offers-condition-${code}`)).join(t('offers-and'))
  const parts = [
    one.age_from && t('offers-target-age', { age: one.age_from }),
    one.group && t(`residents-key_group-${one.group}`),
    conditions.length && (conditions_min > 1 ? t('offers-target-some', { count: conditions_min, conditions: named }) : named),
    one.ability_level_from && t('offers-target-ability', { level: one.ability_level_from }),
    one.ltc_level_from && t('offers-target-ltc', { level: one.ltc_level_from }),
    one.is_flagged_disabled && t('offers-target-flagged'),
    one.discharged_within_days != null && t('offers-target-discharged', { days: one.discharged_within_days }),
    one.discharge_icd10_from && t('offers-target-diagnosed', { first: one.discharge_icd10_from, last: one.discharge_icd10_to ?? one.discharge_icd10_from }),
    one.had_orthopaedic_surgery && t('offers-target-surgery'),
    one.institution_beds_from != null && (one.institution_beds_from > 1 ? t('offers-target-beds', { beds: one.institution_beds_from }) : t('offers-target-institution')),
  ].filter(Boolean)
  return parts.length ? parts.join(t('offers-and')) : t('offers-target-anybody')
}

export function targetText(target: readonly Criterion[]): string {
  return target.map(criterionText).join(t('offers-or'))
}

export function timesText(quota: number | null | undefined): string {
  return quota == null ? t('offers-as_needed') : t('offers-times', { count: quota })
}

function linesText(lines: readonly Line[]): string {
  return lines.map(([quota, when]) => (when ? t('offers-times_for', { who: criterionText(when), times: timesText(quota) }) : timesText(quota))).join(t('offers-and'))
}

/** What of the package a line of the comparison is about. */
export function subjectOf({ part, code }: Change, items: Items): string {
  if (part === 'item') return itemWord(code!, items.get(code!))
  if (part === 'payer') return t(`fees-payer-${code}`)
  if (part === 'contains' || part === 'excludes') return t(`offers-part-${part}`, { package: code! })
  return t(`offers-part-${part}`)
}

/** The disease line in words; one that this app does not know as the county wrote it. */
export function lineText(line: string): string {
  const id = `offers-line-${line}`
  const word = t(id)
  return word === id ? line : word
}

function valueText(part: Change['part'], value: unknown): string {
  if (part === 'price' || part === 'payer') return moneyText(value as number)
  if (part === 'item') return linesText(value as Line[])
  if (part === 'target') return targetText(value as Criterion[])
  if (part === 'contains') return value === true ? t('offers-for_all') : criterionText(value as Criterion)
  if (part === 'line') return lineText(value as string)
  if (part === 'tier') return t(`offers-tier-${value as string}`)
  return String(value)
}

/** 每年4次，改成每年6次. */
export function changeText({ part, kind, before, after }: Change): string {
  if (part === 'excludes') return t(`offers-change-${kind}_bare`)
  if (kind === 'added') return t('offers-change-added', { after: valueText(part, after) })
  if (kind === 'removed') return t('offers-change-removed', { before: valueText(part, before) })
  return t('offers-change-changed', { before: valueText(part, before), after: valueText(part, after) })
}

export function hurdleText({ code, detail }: Hurdle, items: Items): string {
  const { item } = detail
  return t(`offers-hurdle-${code}`, { ...detail, ...(item ? { item: itemWord(item, items.get(item)) } : {}) })
}

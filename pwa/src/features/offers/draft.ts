import type { components } from '@/api/schema'
import type { Criterion } from '../shared/documents'
import { fenOf, yuanOf } from '../shared/money'

/** A draft as it stands in the fields: counts and amounts as they are typed. Pure. */

export type Package = components['schemas']['Package']
export type PackageNew = components['schemas']['PackageNew']
export const PAYERS = ['public_health', 'insurance', 'institution', 'resident'] as const
export type PayerName = (typeof PAYERS)[number]

export interface LineFields {
  item_code: string
  /** Times a year as typed; nothing is as needed. */
  count: string
  when?: Criterion | null
}

/** For whom, one way of several: what is ticked and typed. */
export interface WhomFields {
  age_from: string
  group: string
  conditions: string[]
  /** How many of the conditions. */
  conditions_min: string
  ability_level_from: string
  ltc_level_from: string
  is_flagged_disabled: boolean
  /** Discharge, diagnoses, beds: kept as they are. */
  rest: Criterion
}

export interface Contained {
  code: string
  when?: Criterion | null
}

export interface Fields {
  name: string
  name_en: string
  tier: Package['tier']
  /** The disease line: of each a resident holds one package at most. */
  line: string
  lines: LineFields[]
  contains: Contained[]
  excludes: string[]
  /** Yuan as typed. */
  payers: Record<PayerName, string>
  whom: WhomFields[]
  is_example_price: boolean
}

export const TIERS = ['basic', 'mid', 'high', 'institution'] as const
export const LINES = ['general', 'hypertension', 'diabetes', 'three_highs', 'copd', 'disability', 'recovery', 'institution'] as const
export const CONDITIONS = ['hypertension', 'diabetes', 'dyslipidaemia'] as const
const MAX_AGE = 150

/** Times a year as typed: null is as needed, undefined no count. */
export function countOf(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').trim()
  if (!text) return null
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1000 ? Number(text) : undefined
}

/** A code for a new package; undefined for what cannot be one, or is taken. */
export function codeOf(typed: string, taken: readonly string[]): string | undefined {
  const code = typed.normalize('NFKC').trim().toUpperCase()
  return /^[A-Z][A-Z0-9]{0,9}$/.test(code) && !taken.includes(code) ? code : undefined
}

export function whomOf(one: Criterion): WhomFields {
  const { age_from, group, conditions, conditions_min, ability_level_from, ltc_level_from, is_flagged_disabled, ...rest } = one
  const typed = (value: number | null | undefined): string => (value ? String(value) : '')
  return {
    age_from: typed(age_from), group: group ?? '', conditions: [...(conditions ?? [])], conditions_min: String(conditions_min ?? 1),
    ability_level_from: typed(ability_level_from), ltc_level_from: typed(ltc_level_from), is_flagged_disabled: is_flagged_disabled === true, rest,
  }
}

/** Undefined while the age is none. */
export function criterionOf(one: WhomFields): Criterion | undefined {
  const age = one.age_from.trim() ? countOf(one.age_from) : null
  if (age === undefined || (age ?? 0) > MAX_AGE) return undefined
  const { length } = one.conditions
  return {
    ...(age ? { age_from: age } : {}), ...(one.group ? { group: one.group } : {}),
    ...(length ? { conditions: [...one.conditions], conditions_min: Math.min(Number(one.conditions_min) || 1, length) } : {}),
    ...(one.ability_level_from ? { ability_level_from: Number(one.ability_level_from) } : {}), ...(one.ltc_level_from ? { ltc_level_from: Number(one.ltc_level_from) } : {}),
    ...(one.is_flagged_disabled ? { is_flagged_disabled: true } : {}), ...bare(one.rest),
  }
}

export function fieldsOf(one: Package): Fields {
  return {
    name: one.name,
    name_en: one.name_en,
    tier: one.tier,
    line: one.line,
    lines: one.lines.map(({ item_code, quota, when }) => ({ item_code, count: quota == null ? '' : String(quota), when: when as Criterion | null | undefined })),
    contains: one.contains.map(({ code, when }) => ({ code, when: when as Criterion | null | undefined })),
    excludes: [...one.excludes],
    payers: Object.fromEntries(PAYERS.map((payer) => [payer, yuanOf(one.payer_split[payer] ?? 0)])) as Fields['payers'],
    whom: (one.target as Criterion[]).map(whomOf),
    is_example_price: one.is_example_price,
  }
}

/** The sum over all payers in fen; undefined while one of them is no amount. */
export function totalOf(payers: Fields['payers']): number | undefined {
  const amounts = PAYERS.map((payer) => fenOf(payers[payer]))
  return amounts.some((fen) => fen === undefined) ? undefined : amounts.reduce<number>((sum, fen) => sum + fen!, 0)
}

/** What is sent; undefined while a field holds what cannot be. The price is the payers' sum, so it always adds up. */
export function bodyOf(one: Package, fields: Fields): PackageNew | undefined {
  const total_fen = totalOf(fields.payers)
  const counts = fields.lines.map(({ count }) => countOf(count))
  const target = fields.whom.map(criterionOf)
  if (total_fen === undefined || counts.includes(undefined) || target.includes(undefined) || !fields.name.trim() || !fields.name_en.trim()) return undefined
  return {
    code: one.code, tier: fields.tier, line: fields.line, name: fields.name.trim(), name_en: fields.name_en.trim(), is_example_price: fields.is_example_price,
    target: target.map((each) => bare(each!)),
    lines: fields.lines.map(({ item_code, when }, n) => ({ item_code, ...(counts[n] ? { quota: counts[n] } : {}), ...(when ? { when: bare(when) } : {}) })),
    contains: fields.contains.map(({ code, when }) => ({ code, ...(when ? { when: bare(when) } : {}) })),
    excludes: [...fields.excludes],
    total_fen,
    payer_split: Object.fromEntries(PAYERS.map((payer) => [payer, fenOf(fields.payers[payer])!]).filter(([payer, fen]) => fen || payer === 'resident')) as Record<string, number>,
  }
}

/** Without what is not said. */
export function bare<T extends object>(one: T): { [key: string]: never } {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value != null)) as { [key: string]: never }
}

import type { components } from '@/api/schema'
import type { Criterion } from '../shared/documents'
import { fenOf, yuanOf } from '../shared/money'
import { bare, criterionOf, wholeOf, whomOf, type WhomFields } from './whom'

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

/** Times a year as typed: null is as needed, undefined no count. */
export function countOf(typed: string): number | null | undefined {
  return wholeOf(typed, 1, 1000)
}

/** A code for a new package; undefined for what cannot be one, or is taken. */
export function codeOf(typed: string, taken: readonly string[]): string | undefined {
  const code = typed.normalize('NFKC').trim().toUpperCase()
  return /^[A-Z][A-Z0-9]{0,9}$/.test(code) && !taken.includes(code) ? code : undefined
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

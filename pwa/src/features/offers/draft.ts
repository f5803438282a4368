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

export interface Fields {
  name: string
  name_en: string
  lines: LineFields[]
  /** Yuan as typed. */
  payers: Record<PayerName, string>
  age_from: string
  group: string
  /** Further criteria, kept as they are. */
  target: Criterion[]
  is_example_price: boolean
}

/** Times a year as typed: null is as needed, undefined no count. */
export function countOf(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').trim()
  if (!text) return null
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1000 ? Number(text) : undefined
}

/** Simple enough for two fields: one criterion of age, group, or both. */
export function isPlain(target: readonly Criterion[]): boolean {
  return target.length === 1 && Object.entries(target[0]!).every(([key, value]) => ['age_from', 'group', 'conditions_min'].includes(key) || value == null || (Array.isArray(value) && !value.length))
}

export function fieldsOf(one: Package): Fields {
  const target = one.target as Criterion[]
  const plain = isPlain(target) ? target[0]! : undefined
  return {
    name: one.name,
    name_en: one.name_en,
    lines: one.lines.map(({ item_code, quota, when }) => ({ item_code, count: quota == null ? '' : String(quota), when: when as Criterion | null | undefined })),
    payers: Object.fromEntries(PAYERS.map((payer) => [payer, yuanOf(one.payer_split[payer] ?? 0)])) as Fields['payers'],
    age_from: plain?.age_from ? String(plain.age_from) : '',
    group: plain?.group ?? '',
    target: plain ? [] : target,
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
  const age = fields.age_from.trim() ? countOf(fields.age_from) : null
  if (total_fen === undefined || counts.includes(undefined) || age === undefined || (age ?? 0) > 150 || !fields.name.trim() || !fields.name_en.trim()) return undefined
  const plain = { ...(age ? { age_from: age } : {}), ...(fields.group ? { group: fields.group } : {}) }
  return {
    code: one.code, tier: one.tier, line: one.line, name: fields.name.trim(), name_en: fields.name_en.trim(), is_example_price: fields.is_example_price,
    target: (fields.target.length ? fields.target : [plain]).map(bare),
    lines: fields.lines.map(({ item_code, when }, n) => ({ item_code, ...(counts[n] ? { quota: counts[n] } : {}), ...(when ? { when: bare(when) } : {}) })),
    contains: one.contains.map(({ code, when }) => ({ code, ...(when ? { when: bare(when as Criterion) } : {}) })),
    excludes: [...one.excludes],
    total_fen,
    payer_split: Object.fromEntries(PAYERS.map((payer) => [payer, fenOf(fields.payers[payer])!]).filter(([payer, fen]) => fen || payer === 'resident')) as Record<string, number>,
  }
}

/** Without what is not said. */
export function bare<T extends object>(one: T): { [key: string]: never } {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value != null)) as { [key: string]: never }
}

/**
 * What a visit costs and who pays. In whole fen. Pure.
 *
 * The twin of jiayi/fees/rules.py; both are held to tests/tables/visit_prices.json.
 */

const WHOLE = 10_000
export const SOURCES = ['insurance', 'ltc', 'voucher', 'package', 'resident'] as const
export type Source = (typeof SOURCES)[number]

/** Of the rule table `visit_prices`. */
export interface VisitPrices {
  home_visit_fee_fen: number
  is_example_price: boolean
  package_covers_home_visit: boolean
}

export interface Asked {
  item_code: string
  /** Null: found elsewhere, and not added up here. */
  price_fen: number | null
  is_covered: boolean
}

export interface Charge {
  kind: 'item' | 'home_visit' | 'materials'
  amount_fen: number
  is_covered: boolean
  item_code?: string
}

export interface Covers {
  insurance_fen?: number
  ltc_fen?: number
  voucher?: { share_bp: number; left_fen: number }
}

/** Each service, the way there once, materials. What is free for everybody brings no fee for the way. */
export function charges(services: readonly Asked[], table: VisitPrices, materials_fen = 0): Charge[] {
  const lines: Charge[] = services.map(({ item_code, price_fen, is_covered }) => ({ kind: 'item', amount_fen: price_fen ?? 0, is_covered, item_code }))
  if (lines.some(({ amount_fen }) => amount_fen)) {
    lines.push({ kind: 'home_visit', amount_fen: table.home_visit_fee_fen, is_covered: table.package_covers_home_visit && lines.some(({ is_covered }) => is_covered) })
  }
  if (materials_fen) lines.push({ kind: 'materials', amount_fen: materials_fen, is_covered: false })
  return lines
}

/** Each in turn takes what it may of what is left, the resident what nobody took. */
export function pay(lines: readonly Charge[], { insurance_fen = 0, ltc_fen = 0, voucher }: Covers = {}): Record<Source, number> {
  let left = sum(lines)
  const most: Record<Source, () => number> = {
    insurance: () => insurance_fen,
    ltc: () => ltc_fen,
    voucher: () => (voucher ? Math.min(Math.floor((left * voucher.share_bp * 2 + WHOLE) / (WHOLE * 2)), voucher.left_fen) : 0),
    package: () => sum(lines.filter(({ is_covered }) => is_covered)),
    resident: () => left,
  }
  const paid = {} as Record<Source, number>
  for (const source of SOURCES) {
    paid[source] = Math.min(left, most[source]())
    left -= paid[source]
  }
  return paid
}

function sum(lines: readonly Charge[]): number {
  return lines.reduce((total, { amount_fen }) => total + amount_fen, 0)
}

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/visit_prices.json'
import { charges, pay, type Covers, type VisitPrices } from './price'

/** As the server ships it. */
const file = readFileSync(new URL('../../../../seed/rules/visit_prices.yaml', import.meta.url), 'utf8')
const table: VisitPrices = { home_visit_fee_fen: Number(/home_visit_fee_fen: (\d+)/.exec(file)![1]), is_example_price: true, package_covers_home_visit: true }

interface Case {
  id: string
  services: [string, number | null, boolean][]
  materials_fen?: number
  lines: [string, number][]
  covers: Covers
  payers: Record<string, number>
}

test.each(cases as unknown as Case[])('$id', ({ services, materials_fen, lines, covers, payers }) => {
  const found = charges(services.map(([item_code, price_fen, is_covered]) => ({ item_code, price_fen, is_covered })), table, materials_fen)
  expect(found.map(({ kind, amount_fen }) => [kind, amount_fen])).toEqual(lines)
  expect(pay(found, covers)).toEqual(payers)
})

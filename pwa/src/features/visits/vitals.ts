/**
 * Whether a measured value can be true, and whether it is dangerous. Values: the rule table `vitals`.
 *
 * The twin of jiayi/visits/vitals.py; both are held to tests/tables/vitals.json.
 */
import { refused, type Refused } from './refused'

export type Level = 'urgent' | 'stop'
export type Values = Readonly<Record<string, number>>

export interface KindRule {
  readonly unit: string
  readonly measures: readonly string[]
  readonly is_each_needed: boolean
}

export interface MeasureRule {
  readonly lowest: number
  readonly highest: number
  readonly usual_from: number
  readonly usual_to: number
  readonly decimals: number
}

export interface Band {
  readonly measure: string
  readonly level: Level
  readonly at_least?: number
  readonly above?: number
  readonly at_most?: number
  readonly below?: number
}

export interface Vitals {
  readonly kinds: Readonly<Record<string, KindRule>>
  readonly measures: Readonly<Record<string, MeasureRule>>
  readonly conversions: readonly { readonly unit: string; readonly kind: string; readonly divide_by: number }[]
  readonly bands: readonly Band[]
}

export interface Remark {
  readonly measure: string
  readonly level: Level
}

/** suspicious: possible but unlikely, so measure again or say that it is right. The values are in the table's unit. */
export type Guarded =
  | { readonly outcome: 'accepted'; readonly values: Values }
  | { readonly outcome: 'suspicious'; readonly values: Values; readonly measures: readonly string[] }
  | ({ readonly outcome: 'refused' } & Refused)

/** Judge one measurement. Refuses another unit, a missing or foreign value, and what no body can have. */
export function guard(kind: string, values: Values, unit: string, vitals: Vitals): Guarded {
  const rule = vitals.kinds[kind]!
  const given = Object.keys(values)
  const is_complete = rule.is_each_needed ? rule.measures.every((name) => name in values) : given.length > 0
  if (!is_complete || !given.every((name) => rule.measures.includes(name))) {
    return no('visits.refused.wrong_measures', { kind })
  }
  const conversion = vitals.conversions.find((other) => other.kind === kind && other.unit === unit)
  if (!conversion && unit !== rule.unit) return no('visits.refused.wrong_unit', { kind, unit: rule.unit })
  const measures = rule.measures.filter((name) => name in values)
  const converted = Object.fromEntries(
    measures.map((name) => [name, rounded(values[name]! / (conversion?.divide_by ?? 1), vitals.measures[name]!.decimals)]),
  )
  const impossible = measures.find((name) => !isPossible(converted[name]!, vitals.measures[name]!))
  if (impossible) return no('visits.refused.impossible_value', { measure: impossible })
  if (kind === 'blood_pressure' && converted.systolic! <= converted.diastolic!) {
    return no('visits.refused.pressures_swapped')
  }
  const unlikely = measures.filter((name) => !isUsual(converted[name]!, vitals.measures[name]!))
  return unlikely.length
    ? { outcome: 'suspicious', values: converted, measures: unlikely }
    : { outcome: 'accepted', values: converted }
}

/** Every value that lies in a band of danger, urgent before stop. */
export function remarks(values: Values, vitals: Vitals): Remark[] {
  const order = Object.keys(vitals.measures)
  const found = vitals.bands.filter(({ measure, ...band }) => measure in values && liesIn(values[measure]!, band))
  const unique = new Map(found.map(({ measure, level }) => [`${level} ${measure}`, { measure, level }]))
  return [...unique.values()].sort(
    (one, other) => rank(one.level) - rank(other.level) || order.indexOf(one.measure) - order.indexOf(other.measure),
  )
}

function no(reason: string, detail: Refused['detail'] = {}): Guarded {
  return { outcome: 'refused', ...refused(reason, detail) }
}

/** Half up, by the same arithmetic as the server's. */
function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.floor(value * scale + 0.5) / scale
}

function isPossible(value: number, rule: MeasureRule): boolean {
  return value >= rule.lowest && value <= rule.highest
}

function isUsual(value: number, rule: MeasureRule): boolean {
  return value >= rule.usual_from && value <= rule.usual_to
}

function liesIn(value: number, { at_least, above, at_most, below }: Omit<Band, 'measure'>): boolean {
  if (at_least !== undefined) return value >= at_least
  if (above !== undefined) return value > above
  if (at_most !== undefined) return value <= at_most
  return below !== undefined && value < below
}

function rank(level: Level): number {
  return level === 'urgent' ? 0 : 1
}

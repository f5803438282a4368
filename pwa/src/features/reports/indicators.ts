import type { components } from '@/api/schema'
import { addDays } from '@/i18n/calendar'
import { dateText, numberText, percentText } from '@/i18n/dates'
import { t } from '@/i18n'

/** The indicators, put into words: a number always with its fraction, and a reason where there is none. */

export type Indicator = components['schemas']['Indicator']
export type Told = Pick<Indicator, 'numerator' | 'denominator' | 'percent' | 'untold'>
export type Target = components['schemas']['Target']
export type Point = components['schemas']['TrendPoint']

/** Of whom: a whole county, or narrower. As it stands in the address. */
export interface Asked {
  on: string
  organization_id: string
  team_id: string
  village: string
}
export const SCOPE = ['on', 'organization_id', 'team_id', 'village'] as const

/** What is not empty of it, as a query. */
export function queryOf(asked: Asked): Partial<Asked> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value))
}

/** Under their headings, in the order of the norms. */
export function byArea(items: readonly Indicator[]): { area: string; items: Indicator[] }[] {
  const areas = [...new Set(items.map(({ area }) => area))]
  return areas.map((area) => ({ area, items: items.filter((one) => one.area === area) }))
}

export function fractionText({ numerator, denominator, untold }: Told): string {
  if (denominator === null) return '—'
  if (numerator === null) return untold === 'too_few_answers' ? t('reports-unit-answer', { count: numberText(denominator) }) : '—'
  return `${numberText(numerator)} / ${numberText(denominator)}`
}

export function rateText({ numerator, denominator, untold }: Told): string {
  if (untold) return t(`reports-untold-${untold}`)
  return percentText(numerator ?? 0, denominator ?? 0)
}

export function targetText({ kind, percent, year, place }: Target): string {
  return t(`reports-target-${kind}`, { percent: `${percent}%`, year: String(year), place: t(`reports-place-${place}`) })
}

export function growthText({ since_on, points, points_min, points_max }: components['schemas']['Growth'], today: string): string {
  const sign = points < 0 ? '−' : '+'
  return t('reports-growth', { since: dateText(since_on, today), points: `${sign}${numberText(Math.abs(points), 1)}`, min: String(points_min), max: String(points_max) })
}

/** The words behind an indicator; those of a key group are the same for all of them. */
export function definitionOf({ code, group }: Pick<Indicator, 'code' | 'group'>): { above: string; below: string; without: string } {
  const of = group ? 'group' : code
  return { above: t(`reports-indicator_above-${of}`), below: t(`reports-indicator_below-${of}`), without: t(`reports-indicator_without-${of}`) }
}

/** Days to count on: today, then the last days of the months before. */
export function monthEnds(today: string, count = 12): string[] {
  const found = [today]
  for (let end = before(today); found.length <= count; end = before(end)) found.push(end)
  return found
}
const before = (on: string): string => addDays(`${on.slice(0, 7)}-01`, -1)

/** Corners of a line through the rates of a trend, in a box; where there is no rate there is no corner. */
export function corners(points: readonly Pick<Point, 'percent'>[], width: number, height: number): { x: number; y: number }[] {
  const step = points.length > 1 ? width / (points.length - 1) : 0
  return points.flatMap(({ percent }, n) => (percent === null ? [] : [{ x: round(n * step), y: heightOf(percent, height) }]))
}

export function heightOf(percent: number, height: number): number {
  return round(height - (Math.min(percent, 100) / 100) * height)
}
const round = (value: number): number => Math.round(value * 10) / 10

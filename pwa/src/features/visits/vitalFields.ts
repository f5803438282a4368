import type { Measure, MeasurementBody, MeasurementKind } from '../shared/documents'
import type { Vitals } from './vitals'

/** The fields in which readings are written, and what they add up to. */

/** Always there, in the order in which one measures. */
export const USUAL: readonly Measure[] = ['systolic', 'diastolic', 'pulse']
/** Asked for when wanted. */
export const FURTHER: readonly Measure[] = ['fasting', 'random', 'temperature', 'spo2', 'weight']

/** Written, not yet judged: text by measure, and what could not be measured. */
export interface Draft {
  values: Partial<Record<Measure, string>>
  skipped: readonly Measure[]
  shown: readonly Measure[]
}

export function kindOf(measure: Measure, vitals: Vitals): MeasurementKind {
  const found = Object.entries(vitals.kinds).find(([, { measures }]) => measures.includes(measure))
  return found![0] as MeasurementKind
}

/** What has been kept for this visit shows again, also after the app was closed. */
export function draftOf(kept: readonly MeasurementBody[], asked: readonly Measure[]): Draft {
  const values: Draft['values'] = {}
  // Newest first: the last reading of a kind counts.
  for (const one of kept) {
    for (const [measure, value] of Object.entries(one.values) as [Measure, number][]) values[measure] ??= String(value)
  }
  const further = FURTHER.filter((measure) => asked.includes(measure) || measure in values)
  return { values, skipped: [], shown: [...USUAL, ...further] }
}

/** The values of one kind, if all that it needs are written. */
export function complete(kind: MeasurementKind, values: Draft['values'], vitals: Vitals): Partial<Record<Measure, number>> | undefined {
  const { measures, is_each_needed } = vitals.kinds[kind]!
  const written = (measures as Measure[]).filter((measure) => values[measure])
  if (!written.length || (is_each_needed && written.length < measures.length)) return undefined
  return Object.fromEntries(written.map((measure) => [measure, Number(values[measure])]))
}

/** Whether these very values are kept already. */
export function isKept(kind: MeasurementKind, values: Partial<Record<Measure, number>>, kept: readonly MeasurementBody[]): boolean {
  const last = kept.find((one) => one.kind === kind)
  return !!last && JSON.stringify(sorted(last.values)) === JSON.stringify(sorted(values))
}

function sorted(values: Partial<Record<Measure, number>>): [string, number][] {
  return Object.entries(values).sort(([a], [b]) => a.localeCompare(b))
}

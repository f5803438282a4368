import { t } from '@/i18n'
import type { MeasurementBody, ServiceItemBody, VisitBody } from '../shared/documents'
import { listed } from '../shared/people'
import { itemWord } from '../shared/words'

/** What is read out before somebody signs: in plain words, what was measured and done. */

/** In the order in which one measures. */
const KINDS: readonly MeasurementBody['kind'][] = ['blood_pressure', 'pulse', 'glucose', 'temperature', 'spo2', 'weight', 'height', 'waist']
const READ_BY_MEASURING = new Set(['B01', 'B02', 'D01'])

export function readOut(visit: VisitBody, values: readonly MeasurementBody[], items: ReadonlyMap<string, ServiceItemBody>): string {
  const measured = KINDS.filter((kind) => values.some((value) => value.kind === kind)).map((kind) => t(`visits-measured-${kind}`))
  const codes = new Set(visit.services.filter(({ outcome }) => outcome === 'done').map(({ item_code }) => item_code))
  const done = [...codes].filter((code) => !(measured.length && READ_BY_MEASURING.has(code))).map((code) => itemWord(code, items.get(code)))
  const parts = [...measured, ...(done.length ? [t('visits-read_done', { items: listed(done) })] : [])]
  return parts.length ? t('visits-read_today', { things: parts.join(t('residents-fact_mark')) }) : t('visits-read_came')
}

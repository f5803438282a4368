import { t } from '@/i18n'
import { numberText } from '@/i18n/dates'
import type { MeasurementBody } from '../shared/documents'

/** What was measured, as a line: 血压 148/86. Temperature, glucose and weight with one decimal. */
export function readingText({ kind, values }: MeasurementBody): { label: string; value: string } {
  if (kind === 'blood_pressure') return { label: t('family-measure-blood_pressure'), value: `${values.systolic ?? ''}/${values.diastolic ?? ''}` }
  const [[name, value] = ['', 0]] = Object.entries(values)
  const label = kind === 'glucose' ? t(`family-measure-glucose_${name}`) : t(`family-measure-${kind}`)
  return { label, value: `${Number.isInteger(value) ? numberText(value) : numberText(value, 1)}${t(`visits-unit-${kind}`)}` }
}

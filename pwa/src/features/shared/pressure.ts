import { t } from '@/i18n'
import { ageOn } from '@/i18n/calendar'
import { isInTarget, targetAt, type Hypertension, type Target } from '../followups/classify'
import type { FollowUpBody, MeasurementBody, ResidentBody } from './documents'

/** What a blood pressure means for this person: against both targets, never mixed, and against the time before. */

export interface Pressure {
  systolic: number
  diastolic: number
}

export interface Targets {
  /** Drives the figures. */
  kpi: Target
  /** Drives the advice. */
  clinical: Target
}

export function targetsFor({ birth_on }: Pick<ResidentBody, 'birth_on'>, on: string, table: Hypertension): Targets {
  const age = ageOn(birth_on, on)
  return { kpi: targetAt(age, table.kpi_target), clinical: targetAt(age, table.clinical_target) }
}

/** Which of the two is at or over the target. */
export function tooHigh({ systolic, diastolic }: Pressure, target: Target): 'systolic' | 'diastolic' | 'both' | null {
  if (isInTarget(systolic, diastolic, target)) return null
  if (systolic < target.systolic_below) return 'diastolic'
  return diastolic < target.diastolic_below ? 'systolic' : 'both'
}

/** Differences below this are the cuff's, not the person's. */
const NOTABLE_MMHG = 5

/** `比上次158降了些` */
export function comparedText(now: Pressure, before: Pressure): string {
  const change = now.systolic - before.systolic
  const id = change >= NOTABLE_MMHG ? 'residents-pressure-up' : change <= -NOTABLE_MMHG ? 'residents-pressure-down' : 'residents-pressure-same'
  return t(id, { before: String(before.systolic) })
}

/** `考核目标150/90以下，用药目标130/80以下` */
export function targetsText({ kpi, clinical }: Targets): string {
  return t('residents-pressure-targets', { kpi: targetText(kpi), clinical: targetText(clinical) })
}

export function targetText({ systolic_below, diastolic_below }: Target): string {
  return `${systolic_below}/${diastolic_below}`
}

export function pressureOf({ values }: Pick<MeasurementBody, 'values'>): Pressure | undefined {
  const { systolic, diastolic } = values
  return systolic !== undefined && diastolic !== undefined ? { systolic, diastolic } : undefined
}

/** Whether somebody is looked after for hypertension: then both targets are shown. */
export function isHypertensive({ flags, conditions }: Pick<ResidentBody, 'flags' | 'conditions'>, follow_ups: readonly FollowUpBody[] = []): boolean {
  return flags.some(({ code }) => code === 'K02') || conditions.some(({ icd10 }) => icd10.startsWith('I10')) || follow_ups.some(({ programme }) => programme === 'hypertension')
}

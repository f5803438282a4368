import type { FollowUpBody, MeasurementBody, ResidentBody, RuleTableBody, VisitBody } from '../shared/documents'
import { pressureOf } from '../shared/pressure'
import { inForce } from '../shared/ruleTables'
import type { Diabetes, FollowupClass, Hypertension } from './classify'
import { nextDueOn, type FollowupSchedule } from './due'
import type { Tables } from './judge'
import type { Found, FollowUpPayload, Programme } from './payload'
import { workingCalendar, type Festivals, type Holidays } from './workdays'

/** What is asked at a follow-up: one form answers for every programme, and what was measured already is not asked again. */

const ITEM_OF: Readonly<Record<Programme, string>> = { hypertension: 'B01', diabetes: 'B02' }

/** The programmes that somebody was followed up in on this visit. */
export function programmesOf({ services }: Pick<VisitBody, 'services'>, resident_id: string): Programme[] {
  const done = services.filter((line) => line.resident_id === resident_id && line.outcome === 'done').map(({ item_code }) => item_code)
  return (Object.keys(ITEM_OF) as Programme[]).filter((programme) => done.includes(ITEM_OF[programme]))
}

export interface Answers extends Pick<Found, 'foot_pulse' | 'referred_to'> {
  adherence: FollowUpPayload['adherence'] | null
  symptoms: string[]
  danger_signs: string[]
  reaction: Found['reaction']
  has_new_complication: boolean
  is_pulse_persistent: boolean
  habits: Habits
}
export type Habits = Pick<Found, 'salt' | 'coping' | 'compliance'>

/** What was measured, by measure. */
export type Readings = Pick<Found, 'systolic' | 'diastolic' | 'fasting' | 'random' | 'temperature'> & { pulse?: number }

export interface FormTables extends Tables {
  schedule?: FollowupSchedule
  holidays: Holidays[]
  festivals?: Festivals
}

export function formTables(all: readonly RuleTableBody[], on: string): FormTables {
  return {
    hypertension: inForce(all, 'hypertension', on),
    diabetes: inForce(all, 'diabetes', on),
    schedule: inForce(all, 'followup_schedule', on),
    holidays: all.filter(({ name }) => name === 'holidays').map(({ values }) => values as Holidays),
    festivals: inForce(all, 'festivals', on),
  }
}

/** By when somebody is followed up again after this outcome; undefined while the tables have not come. */
export function againOn(held_on: string, outcome: FollowupClass, { schedule, holidays, festivals }: FormTables): string | undefined {
  return schedule && festivals && nextDueOn(held_on, outcome, workingCalendar(holidays, festivals), schedule)
}

/** The last reading of each measure of a visit; `values` newest first. */
export function readingsOf(values: readonly MeasurementBody[]): Readings {
  const last = (measure: keyof MeasurementBody['values']): number | undefined => values.find((one) => one.values[measure] !== undefined)?.values[measure]
  return { ...values.map(pressureOf).find(Boolean), fasting: last('fasting'), random: last('random'), temperature: last('temperature'), pulse: last('pulse') }
}

/** What a record of one programme says: of the answers given for all of them, those that are its own. */
export function foundFor(
  programme: Programme, answers: Answers, { pulse, fasting, random, temperature, ...pressure }: Readings, table: Hypertension | Diabetes | undefined,
  resident: Pick<ResidentBody, 'flags'>,
): Found {
  const { reaction, has_new_complication, foot_pulse, habits, referred_to } = answers
  const symptoms = answers.symptoms.filter((one) => table?.symptoms.includes(one))
  const glucose = programme === 'diabetes' ? { fasting, random, temperature, foot_pulse, persistent_pulse: answers.is_pulse_persistent ? pulse : undefined } : {}
  const found: Found = {
    ...pressure, ...glucose, ...habits, reaction, has_new_complication,
    symptoms: symptoms.length ? symptoms : ['none'],
    danger_signs: answers.danger_signs.filter((one) => table?.danger_signs.includes(one)),
    is_pregnant_or_lactating: resident.flags.some(({ code }) => code === 'K06') || undefined,
    referred_to: referred_to?.trim() || undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as unknown as Found
}

/** The pulse of the feet is felt once in a year, at the first follow-up of diabetes. */
export function asksFootPulse(held: readonly FollowUpBody[], today: string): boolean {
  return !held.some(({ programme, foot_pulse, done_at }) => programme === 'diabetes' && foot_pulse && done_at?.slice(0, 4) === today.slice(0, 4))
}

/** How somebody ate, coped and followed advice the last time that it was asked. */
export function lastHabits(held: readonly FollowUpBody[]): Habits | undefined {
  const asked = held.filter(({ salt, coping, compliance }) => salt || coping || compliance).sort((a, b) => a.done_at!.localeCompare(b.done_at!))
  const last = asked.at(-1)
  return last && { salt: last.salt ?? undefined, coping: last.coping ?? undefined, compliance: last.compliance ?? undefined }
}

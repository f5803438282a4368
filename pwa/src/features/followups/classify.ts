/**
 * How a follow-up of hypertension or diabetes is classed. The plan is the server's own, exported; the cases in
 * tests/tables/hypertension.json and diabetes.json hold both sides. Values: the rule tables `hypertension`, `diabetes`.
 */
import states from '@/generated/states.json'

export type FollowupClass = 'danger' | 'refer' | 'adjust' | 'satisfied'
export type Reaction = 'none' | 'some' | 'hard'
/** Why somebody is referred; those of danger first. */
export type ReferralReason = 'pressure' | 'glucose_high' | 'glucose_low' | 'pulse' | 'temperature' | 'signs' | 'pregnancy' | 'high_again' | 'reaction' | 'complication'

export interface Target {
  readonly age_from: number
  readonly systolic_below: number
  readonly diastolic_below: number
}

interface Followed {
  readonly age_from: number
  readonly danger_systolic: number
  readonly danger_diastolic: number
  readonly danger_signs: readonly string[]
  readonly symptoms: readonly string[]
  /** A complaint that can be a sign of danger, and that sign. */
  readonly asks_of: Readonly<Partial<Record<string, string>>>
}

/** kpi_target drives the figures and the class, clinical_target the advice; they are never mixed. */
export interface Hypertension extends Followed {
  /** A dangerous reading that somebody took of himself is asked for once more, after such a rest. */
  readonly self_measured_again_minutes: number
  readonly kpi_target: readonly Target[]
  readonly clinical_target: readonly Target[]
}

export interface Diabetes extends Followed {
  readonly target_fasting_below: number
  readonly danger_glucose_at_least: number
  readonly danger_glucose_at_most: number
  readonly danger_persistent_pulse_above: number
  readonly danger_temperature_above: number
}

interface AnyVisit {
  readonly age: number
  readonly danger_signs?: readonly string[]
  readonly is_pregnant_or_lactating?: boolean
  /** The face-to-face result before this one. */
  readonly was_uncontrolled?: boolean
  readonly reaction?: Reaction
  readonly has_new_complication?: boolean
}

export interface PressureVisit extends AnyVisit {
  readonly systolic: number
  readonly diastolic: number
}

/** mmol/L; `random` is any reading that is not a fasting one; `persistent_pulse` only when a fast heart persists. */
export interface GlucoseVisit extends AnyVisit {
  readonly fasting?: number
  readonly random?: number
  readonly systolic?: number
  readonly diastolic?: number
  readonly persistent_pulse?: number
  readonly temperature?: number
}

export interface Course {
  readonly dangers: readonly ReferralReason[]
  readonly is_uncontrolled: boolean
  readonly was_uncontrolled: boolean
  readonly reaction: Reaction
  readonly has_new_complication: boolean
}

interface Facts extends Omit<Course, 'dangers'> {
  readonly is_danger: boolean
}
type Row = { readonly [name in keyof Facts]: Facts[name] | null } & { readonly becomes: FollowupClass }

const PLAN = states.followup_plan as Row[]

/** The class of a follow-up; the first row of the plan that fits, null in a row is "no matter". */
export function classify({ dangers, ...others }: Course): FollowupClass {
  const facts: Facts = { is_danger: dangers.length > 0, ...others }
  const names = Object.keys(facts) as (keyof Facts)[]
  return PLAN.find((row) => names.every((name) => row[name] === null || row[name] === facts[name]))!.becomes
}

export function pressureCourse(visit: PressureVisit, table: Hypertension): Course {
  const is_uncontrolled = !isInTarget(visit.systolic, visit.diastolic, targetAt(visit.age, table.kpi_target))
  return course(visit, is_uncontrolled, { pressure: isPressureDanger(visit.systolic, visit.diastolic, table) })
}

/** Any reading may be dangerous; only a fasting one tells the target. */
export function glucoseCourse(visit: GlucoseVisit, table: Diabetes): Course {
  const readings = [visit.fasting, visit.random].filter((value) => value !== undefined)
  return course(visit, isFastingInTarget(visit.fasting, table) === false, {
    pressure: isPressureDanger(visit.systolic ?? 0, visit.diastolic ?? 0, table),
    glucose_high: readings.some((value) => value >= table.danger_glucose_at_least),
    glucose_low: readings.some((value) => value <= table.danger_glucose_at_most),
    pulse: (visit.persistent_pulse ?? 0) > table.danger_persistent_pulse_above,
    temperature: (visit.temperature ?? 0) > table.danger_temperature_above,
  })
}

/** Why somebody is referred, urgently (H1, G1) or on advice (H2, G2); nothing when nobody is. */
export function referralReasons({ dangers, is_uncontrolled, was_uncontrolled, reaction, has_new_complication }: Course): readonly ReferralReason[] {
  if (dangers.length) return dangers
  return named({ high_again: is_uncontrolled && was_uncontrolled, reaction: reaction === 'hard', complication: has_new_complication })
}

/** Whether a diabetes follow-up can be classed: by a fasting glucose, or because there is reason to refer without. */
export function isJudged({ fasting }: GlucoseVisit, course: Course): boolean {
  return fasting !== undefined || referralReasons(course).length > 0
}

/** The row of a target table for an age; the rows rise by age and start at 0. */
export function targetAt(age: number, rows: readonly Target[]): Target {
  return rows.filter((row) => age >= row.age_from).at(-1)!
}

/** Whether both pressures lie below the target. */
export function isInTarget(systolic: number, diastolic: number, target: Target): boolean {
  return systolic < target.systolic_below && diastolic < target.diastolic_below
}

/** Whether a fasting glucose lies below the target; without one nobody knows. */
export function isFastingInTarget(fasting: number | undefined, table: Diabetes): boolean | null {
  return fasting === undefined ? null : fasting < table.target_fasting_below
}

export function isPressureDanger(systolic: number, diastolic: number, table: Followed): boolean {
  return systolic >= table.danger_systolic || diastolic >= table.danger_diastolic
}

function course(visit: AnyVisit, is_uncontrolled: boolean, values: Partial<Record<ReferralReason, boolean>>): Course {
  const { danger_signs = [], is_pregnant_or_lactating = false, was_uncontrolled = false, reaction = 'none', has_new_complication = false } = visit
  const dangers = named({ ...values, signs: danger_signs.length > 0, pregnancy: is_pregnant_or_lactating && is_uncontrolled })
  return { dangers, is_uncontrolled, was_uncontrolled, reaction, has_new_complication }
}

function named(found: Partial<Record<ReferralReason, boolean>>): ReferralReason[] {
  return (Object.keys(found) as ReferralReason[]).filter((reason) => found[reason])
}

/**
 * How a follow-up of hypertension or diabetes is classed. The plan is the server's own, exported; the cases in
 * tests/tables/hypertension.json and diabetes.json hold both sides. Values: the rule tables `hypertension`, `diabetes`.
 */
import states from '@/generated/states.json'

export type FollowupClass = 'danger' | 'refer' | 'adjust' | 'satisfied'
export type Reaction = 'none' | 'some' | 'hard'

export interface Target {
  readonly age_from: number
  readonly systolic_below: number
  readonly diastolic_below: number
}

interface PressureDanger {
  readonly danger_systolic: number
  readonly danger_diastolic: number
}

/** kpi_target drives the figures and the class, clinical_target the advice; they are never mixed. */
export interface Hypertension extends PressureDanger {
  readonly kpi_target: readonly Target[]
  readonly clinical_target: readonly Target[]
}

export interface Diabetes extends PressureDanger {
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

/** mmol/L; `persistent_pulse` only when a fast heart persists. */
export interface GlucoseVisit extends AnyVisit {
  readonly fasting: number
  readonly systolic?: number
  readonly diastolic?: number
  readonly persistent_pulse?: number
  readonly temperature?: number
}

export interface Course {
  readonly is_danger: boolean
  readonly is_uncontrolled: boolean
  readonly was_uncontrolled: boolean
  readonly reaction: Reaction
  readonly has_new_complication: boolean
}

type Row = { readonly [name in keyof Course]: Course[name] | null } & { readonly becomes: FollowupClass }

const PLAN = states.followup_plan as Row[]

/** The class of a follow-up; the first row of the plan that fits, null in a row is "no matter". */
export function classify(course: Course): FollowupClass {
  const names = Object.keys(course) as (keyof Course)[]
  return PLAN.find((row) => names.every((name) => row[name] === null || row[name] === course[name]))!.becomes
}

export function classifyPressure(visit: PressureVisit, table: Hypertension): FollowupClass {
  const is_uncontrolled = !isInTarget(visit.systolic, visit.diastolic, targetAt(visit.age, table.kpi_target))
  return classify(course(visit, is_uncontrolled, isPressureDanger(visit.systolic, visit.diastolic, table)))
}

export function classifyGlucose(visit: GlucoseVisit, table: Diabetes): FollowupClass {
  const is_danger =
    visit.fasting >= table.danger_glucose_at_least ||
    visit.fasting <= table.danger_glucose_at_most ||
    isPressureDanger(visit.systolic ?? 0, visit.diastolic ?? 0, table) ||
    (visit.persistent_pulse ?? 0) > table.danger_persistent_pulse_above ||
    (visit.temperature ?? 0) > table.danger_temperature_above
  return classify(course(visit, visit.fasting >= table.target_fasting_below, is_danger))
}

/** The row of a target table for an age; the rows rise by age and start at 0. */
export function targetAt(age: number, rows: readonly Target[]): Target {
  return rows.filter((row) => age >= row.age_from).at(-1)!
}

/** Whether both pressures lie below the target. */
export function isInTarget(systolic: number, diastolic: number, target: Target): boolean {
  return systolic < target.systolic_below && diastolic < target.diastolic_below
}

function isPressureDanger(systolic: number, diastolic: number, table: PressureDanger): boolean {
  return systolic >= table.danger_systolic || diastolic >= table.danger_diastolic
}

function course(visit: AnyVisit, is_uncontrolled: boolean, is_value_danger: boolean): Course {
  return {
    is_danger:
      is_value_danger || !!visit.danger_signs?.length || (!!visit.is_pregnant_or_lactating && is_uncontrolled),
    is_uncontrolled,
    was_uncontrolled: visit.was_uncontrolled ?? false,
    reaction: visit.reaction ?? 'none',
    has_new_complication: visit.has_new_complication ?? false,
  }
}

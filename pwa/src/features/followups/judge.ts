import type { FollowUpBody } from '../shared/documents'
import {
  classify, glucoseCourse, isFastingInTarget, isInTarget, isJudged, pressureCourse, referralReasons, targetAt, type Diabetes, type FollowupClass, type Hypertension,
  type ReferralReason,
} from './classify'
import type { Found, Programme } from './payload'

/** What a follow-up means in its programme: the same on the phone, before anything is kept, as on the server. */
export interface Verdict {
  is_in_target: boolean | null
  outcome: FollowupClass
  referral_reasons: readonly ReferralReason[]
}

export interface Tables {
  hypertension?: Hypertension
  diabetes?: Diabetes
}

/** Undefined while a value is missing without which nothing can be said. */
export function judge(programme: Programme, found: Found, about: { age: number; was_uncontrolled: boolean }, { hypertension, diabetes }: Tables): Verdict | undefined {
  const { systolic, diastolic } = found
  if (programme === 'hypertension') {
    if (!hypertension || systolic === undefined || diastolic === undefined) return undefined
    const course = pressureCourse({ ...found, systolic, diastolic, ...about }, hypertension)
    const is_in_target = isInTarget(systolic, diastolic, targetAt(about.age, hypertension.kpi_target))
    return { is_in_target, outcome: classify(course), referral_reasons: referralReasons(course) }
  }
  if (!diabetes) return undefined
  const visit = { ...found, ...about }
  const course = glucoseCourse(visit, diabetes)
  if (!isJudged(visit, course)) return undefined
  return { is_in_target: isFastingInTarget(found.fasting, diabetes), outcome: classify(course), referral_reasons: referralReasons(course) }
}

/** A follow-up by phone or video is none: domain rules §4.3; the server reads it from the rule table. */
export function isFaceToFace(mode: string): boolean {
  return mode === 'home' || mode === 'clinic'
}

/** Whether the last face-to-face result before this moment was out of target; one without a verdict does not count. */
export function wasUncontrolled(all: readonly FollowUpBody[], resident_id: string, programme: Programme, before: string): boolean {
  const held = all.filter((one) => one.resident_id === resident_id && one.programme === programme && one.status === 'done' && one.is_face_to_face && typeof one.is_in_target === 'boolean')
  const last = held.filter(({ done_at }) => done_at && done_at < before).sort((a, b) => a.done_at!.localeCompare(b.done_at!)).at(-1)
  return last?.is_in_target === false
}

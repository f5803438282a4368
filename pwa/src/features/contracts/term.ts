import { addDays } from '@/i18n/calendar'

/** How long a contract lasts. Values: the rule table `contract_terms`. */
export interface ContractTerms {
  readonly years_default: number
  readonly starts_after_days: number
  readonly cooling_off_days: number
  readonly identity_level_min: number
  readonly renewal_opens_days: number
  readonly lapse_days: number
  readonly review_within_working_days: number
  readonly first_visit_within_days: number
  readonly photo_reminder_days: number
  readonly institution_notice_days: number
  readonly panel_warning_count: number
  readonly panel_full_count: number
  readonly consents_needed: readonly string[]
}

export interface Term {
  starts_on: string
  ends_on: string
}

/** From the day after both have signed, or after the contract before; the last day is the one before the anniversary. */
export function termOf(signed_on: string, years: number, { starts_after_days }: Pick<ContractTerms, 'starts_after_days'>, before_ends_on?: string | null): Term {
  const first = addDays(signed_on, starts_after_days)
  const starts_on = before_ends_on && before_ends_on >= first ? addDays(before_ends_on, 1) : first
  return { starts_on, ends_on: addDays(anniversary(starts_on, years), -1) }
}

/** The same day some years later; 29 February becomes 1 March where there is none. */
function anniversary(on: string, years: number): string {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10)
}

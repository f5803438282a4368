/** Why family call a visit off, of those in the rule table `decline_reasons`. */
export const REASONS = ['resident_away', 'resident_unwell', 'resident_changed_mind', 'other'] as const
export type CancelReason = (typeof REASONS)[number]
export const OWN_REASONS: ReadonlySet<string> = new Set(REASONS)

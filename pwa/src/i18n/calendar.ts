/** Calendar days as plain `YYYY-MM-DD` strings, always those of Asia/Shanghai, whatever zone the phone is in. */

const DAY_MS = 86_400_000
/** Shanghai has kept UTC+8 without summer time since 1991; dates before that come as plain days, not as moments. */
const SHANGHAI_MS = 8 * 3_600_000

export interface LocalTime {
  /** `YYYY-MM-DD` */
  on: string
  hour: number
  minute: number
}

/** A moment (ISO 8601 with zone, or ms since 1970) as a clock on a wall in Shanghai shows it. */
export function localTime(at: string | number): LocalTime {
  const text = new Date(new Date(at).getTime() + SHANGHAI_MS).toISOString()
  return { on: text.slice(0, 10), hour: Number(text.slice(11, 13)), minute: Number(text.slice(14, 16)) }
}

export function todayOn(now: number = Date.now()): string {
  return localTime(now).on
}

/** Whole days from one date to the other; negative when the other is earlier. */
export function daysBetween(from_on: string, to_on: string): number {
  return Math.round((noon(to_on) - noon(from_on)) / DAY_MS)
}

export function addDays(on: string, days: number): string {
  return new Date(noon(on) + days * DAY_MS).toISOString().slice(0, 10)
}

/** 1 Monday … 7 Sunday. */
export function weekday(on: string): number {
  return new Date(noon(on)).getUTCDay() || 7
}

/** The moment of a wall time in Shanghai, as ISO 8601 in UTC. */
export function momentAt(on: string, hour: number, minute = 0): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) - SHANGHAI_MS + (hour * 60 + minute) * 60_000).toISOString()
}

/** Full years of age on a day; somebody born on 29 February has the birthday on 1 March of other years. */
export function ageOn(birth_on: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth_on.slice(0, 4))
  return on.slice(5) < birth_on.slice(5) ? years - 1 : years
}

function noon(on: string): number {
  return Date.parse(`${on}T12:00:00Z`)
}

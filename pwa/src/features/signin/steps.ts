/** Which question comes next while somebody signs in. Pure. */

export type Step = '' | 'phone' | 'password' | 'code' | 'birth' | 'authenticator' | 'enrol' | 'person'

/** What the person has answered so far; a step that lacks an answer before it cannot be shown. */
export interface Answers {
  realm: 'staff' | 'family' | null
  phone: string
  code: string
  password: string
  /** Somebody is signed in but has not said as whom. */
  is_undecided: boolean
}

/** The step that can be shown: the wanted one, or the first before it whose answer is missing (after a reload, say). */
export function shownStep(wanted: Step, answers: Answers): Step {
  if (wanted === 'person' || answers.is_undecided) return answers.is_undecided ? 'person' : ''
  if (wanted === '' || !answers.realm) return ''
  if (wanted === 'phone' || wanted === 'password') return answers.realm === 'staff' || wanted === 'phone' ? wanted : 'phone'
  if (!answers.phone) return answers.realm === 'staff' ? 'password' : 'phone'
  if (wanted === 'birth' && answers.realm === 'staff') return 'code'
  if (wanted === 'birth' && !answers.code) return 'code'
  if (wanted === 'enrol' && !answers.password) return 'password'
  if (wanted === 'authenticator' && !answers.code && !answers.password) return 'password'
  return wanted
}

/** Where the server's answer leads instead of to an error: it wants to know one thing more. */
export function askedNext(code: string): Step | undefined {
  const next: Record<string, Step> = {
    'identity.refused.birth_year_needed': 'birth',
    'identity.refused.totp_needed': 'authenticator',
    'identity.refused.totp_not_enrolled': 'enrol',
  }
  return next[code]
}

/** A Chinese mobile number as it is written, `139 0817 0136`; anything else is left as it was typed. */
export function spacedPhone(typed: string): string {
  const digits = typed.replace(/\D/g, '')
  return /^1\d{10}$/.test(digits) ? `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}` : typed
}

/** Only digits, as many as asked for; full-width ones count. */
export function digitsOf(typed: string, most: number): string {
  return typed.normalize('NFKC').replace(/\D/g, '').slice(0, most)
}

/** Whether a year can be that of somebody alive. */
export function isBirthYear(typed: string, this_year: number): boolean {
  const year = Number(typed)
  return /^\d{4}$/.test(typed) && year <= this_year && year > this_year - 130
}

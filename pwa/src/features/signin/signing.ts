import { reactive, ref } from 'vue'
import { ApiProblem } from '@/api/problem'
import { requestCode, signIn } from '@/api/account'
import type { Realm, Session } from '@/api/session'
import { t, tCode } from '@/i18n'
import { durationText } from '@/i18n/dates'
import { restoreElder } from '@/ui/elder'
import { askedNext, type Step } from './steps'

/** What somebody has answered on the way in. Kept while the app is open, so that going back a question loses nothing. */

export const answers = reactive({ phone: '', code: '', password: '', totp: '', birth_year: '' })
/** The last code that was sent: for how many minutes it is good, and in the demo the code itself. */
export const sent = reactive<{ minutes: number; demo_code: string | null }>({ minutes: 0, demo_code: null })
export const is_busy = ref(false)
export const problem = ref('')

export function forgetAnswers(): void {
  Object.assign(answers, { phone: '', code: '', password: '', totp: '', birth_year: '' })
  Object.assign(sent, { minutes: 0, demo_code: null })
  problem.value = ''
}

/** Has a code sent to the phone. False when that did not work; `problem` says why. */
export function sendCode(realm: Realm): Promise<boolean> {
  return attempt(async () => {
    const { expires_at, demo_code = null } = await requestCode(answers.phone, realm)
    answers.code = demo_code ?? ''
    Object.assign(sent, { minutes: Math.round((Date.parse(expires_at) - Date.now()) / 60_000), demo_code })
  })
}

/** Tries to get in with what is answered. Returns the session, or the question that comes first; undefined: `problem` says why not. */
export async function enter(realm: Realm): Promise<Session | Step | undefined> {
  const { phone, code, password, totp, birth_year } = answers
  let next: Session | Step | undefined
  await attempt(async () => {
    try {
      next = await signIn({
        phone, realm, ...(password ? { password } : { code }), ...(totp ? { totp } : {}), ...(birth_year ? { birth_year: Number(birth_year) } : {}),
      })
      settle(next)
    } catch (error) {
      next = error instanceof ApiProblem ? askedNext(error.code) : undefined
      if (next === undefined) throw error
    }
  })
  return next
}

/** The elder's own phone begins large, unless somebody chose otherwise on it. */
export function settle(session: Session): void {
  restoreElder(session.membership?.role === 'resident')
}

async function attempt(work: () => Promise<void>): Promise<boolean> {
  is_busy.value = true
  problem.value = ''
  try {
    await work()
    return true
  } catch (error) {
    problem.value = problemText(error)
    return false
  } finally {
    is_busy.value = false
  }
}

/** Why it did not work, with waits in minutes rather than in hundreds of seconds. */
export function problemText(error: unknown): string {
  if (!(error instanceof ApiProblem)) throw error
  const seconds = Number(error.detail.retry_after ?? 0)
  if (seconds > 60) return t('signin-wait', { wait: durationText(Math.ceil(seconds / 60)) })
  // Someone who is not in yet has nothing that could go by itself later.
  return error.status === 0 ? t('signin-offline') : tCode(error.code, error.detail as Record<string, string | number>)
}

/**
 * How much waits on this phone. Besides the store it is kept in a cookie, which is still there when the browser has cleared the
 * store: the only thing that then tells how much was lost. A number and a time, nothing else.
 */

export interface Waited {
  waiting_count: number
  /** ISO 8601, by this phone's clock. */
  waiting_at: string
}

const DAYS_400_S = 400 * 86_400
let noted: string | undefined

/** Called whenever it may have changed; writes only what differs. */
export function noteWaiting(account_id: string, count: number): void {
  const known = `${account_id} ${count}`
  if (typeof document === 'undefined' || noted === known) return
  noted = known
  const secure = location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `${nameOf(account_id)}=${count}.${Date.now()}; path=/; max-age=${DAYS_400_S}; samesite=strict${secure}`
}

/** What was last noted on this phone, in whatever page; undefined when nothing tells. */
export function recallWaiting(account_id: string): Waited | undefined {
  const found = new RegExp(`(?:^|; )${nameOf(account_id)}=(\\d{1,6})\\.(\\d{1,14})`).exec(document.cookie)
  return found ? { waiting_count: Number(found[1]), waiting_at: new Date(Number(found[2])).toISOString() } : undefined
}

function nameOf(account_id: string): string {
  return `jiayi_waiting_${account_id}`
}

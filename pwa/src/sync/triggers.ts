import { phone_clock } from './clock'
import type { SyncReport } from './synchronize'
import { wakeWith } from './wake'

/** When to synchronize: at the start, with signal, in sight, after a write, by and by, and when a wait is over. */

const PERIOD_MS = 60_000
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 5 * 60_000

/** Returns the way to stop. */
export function startTriggers(run: () => Promise<SyncReport>): () => void {
  let is_wanted = false
  let is_running = false
  let failure_count = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const trigger = async (): Promise<void> => {
    is_wanted = true
    if (is_running) return
    is_running = true
    clearTimeout(timer)
    let wait: number | undefined
    while (is_wanted) {
      is_wanted = false
      wait = waitAfter(await run().catch(unexpected))
    }
    is_running = false
    if (wait !== undefined) timer = setTimeout(() => void trigger(), wait)
  }
  const waitAfter = ({ problem, retry_after_ms }: SyncReport): number | undefined => {
    failure_count = problem?.is_passing ? failure_count + 1 : 0
    if (!problem?.is_passing) return retry_after_ms
    return problem.retry_after_ms ?? Math.min(FIRST_WAIT_MS * 2 ** (failure_count - 1), LONGEST_WAIT_MS)
  }
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') return phone_clock.noteHidden()
    phone_clock.noteShown()
    void trigger()
  }
  const period = setInterval(() => {
    if (document.visibilityState === 'visible') void trigger()
  }, PERIOD_MS)
  const onOnline = (): void => void trigger()
  wakeWith(onOnline)
  window.addEventListener('online', onOnline)
  document.addEventListener('visibilitychange', onVisibility)
  void trigger()

  return () => {
    wakeWith(undefined)
    clearTimeout(timer)
    clearInterval(period)
    window.removeEventListener('online', onOnline)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}

/** A fault of this app or of the phone (a full disk): said aloud, and tried again with the next occasion. */
function unexpected(error: unknown): SyncReport {
  reportError(error)
  return {}
}

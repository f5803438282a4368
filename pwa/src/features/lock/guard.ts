import { onSession, session } from '@/api/session'
import { forgetBodies } from '@/db/stored'
import { closeOthers, hasPin, isLocked } from '@/db/vault'
import { router } from '@/router'
import { isDown, lower } from './curtain'

/** Locks a store with a PIN when nobody has touched the app for a while, in sight or not. */

/** Idle time after which it locks. */
export const LOCK_AFTER_MS = 5 * 60_000
const LOOK_EVERY_MS = 15_000
const TOUCHES = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const

let touched_at = Date.now()
let has_pin = false

/** Called once by the app. */
export async function startGuard(): Promise<void> {
  for (const touch of TOUCHES) window.addEventListener(touch, noteTouch, { capture: true, passive: true })
  // Out of sight the clock of the page may stand still: it is looked at before anything is seen again.
  document.addEventListener('visibilitychange', look)
  setInterval(look, LOOK_EVERY_MS)
  onSession(() => void refresh())
  await router.isReady()
  router.afterEach(() => void refresh())
  await refresh()
}

function noteTouch(): void {
  if (!look()) touched_at = Date.now()
}

/** True when it is time to lock, and it was done. */
function look(): boolean {
  if (!has_pin || isDown() || Date.now() - touched_at < LOCK_AFTER_MS) return false
  closeOthers(undefined)
  forgetBodies()
  void lock()
  return true
}

async function refresh(): Promise<void> {
  const now = session()
  has_pin = !!now && (await hasPin(now.account.id))
  if (now && !isDown() && !isPublic() && (await isLocked(now.account.id))) await lock()
  // Signed out or erased elsewhere: there is nothing to see here any more.
  if (!now && !isPublic()) await router.replace('/signin')
}

async function lock(): Promise<void> {
  if (isDown()) return
  await lower(() => router.push('/signin'))
  touched_at = Date.now()
}

function isPublic(): boolean {
  return !!router.currentRoute.value.meta.is_public
}

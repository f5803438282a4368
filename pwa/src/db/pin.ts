import { announce, KEYS, SESSION } from './changes'
import { seal, unseal, type Sealed } from './seal'
import { changeRing, holdDataKey, importDataKey, newDataKey, readRing, type KeyRing, type PinWrap } from './vault'

/** Six digits between a found phone and what is on it. */

export const PIN_DIGITS = 6
/** OWASP's number for PBKDF2 with SHA-256; some 0.1 s on a desk, well under 1 s on a slow phone. */
export const PIN_ITERATIONS = 600_000
export const MOST_TRIES = 10
/** After so many wrong ones each further try waits longer. */
const FREE_TRIES = 5
const WAITS_MS = [30_000, 60_000, 5 * 60_000, 15 * 60_000, 30 * 60_000]

export type Try =
  | { outcome: 'open' }
  | { outcome: 'wrong'; tries_left: number; wait_ms: number }
  /** Too early: nothing was tried. */
  | { outcome: 'wait'; wait_ms: number }
  /** Too often: only a new sign-in helps. What waits to be handed in is still there. */
  | { outcome: 'spent' }

/** All the same, a short pattern again and again, or one up or down after the other. */
export function isWeakPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, n) => (Number(digit) - Number(pin[n]) + 10) % 10)
  const is_row = [0, 1, 9].some((step) => steps.every((each) => each === step))
  return is_row || /^(\d{1,3})\1+$/.test(pin)
}

/** Opens the store for this page. */
export async function unlock(owner: string, pin: string): Promise<Try> {
  const tried = await tryPin(owner, pin)
  if (!(tried instanceof Uint8Array)) return tried
  holdDataKey(owner, await importDataKey(tried))
  announce('jiayi', [SESSION])
  return { outcome: 'open' }
}

/** Sets the first PIN, or another one in the place of `before`. */
export async function choosePin(owner: string, pin: string, before?: string, iterations = PIN_ITERATIONS): Promise<Try> {
  return rewrap(owner, before, async (raw) => {
    const wrap: PinWrap = { salt: crypto.getRandomValues(new Uint8Array(16)), iterations, wrong_count: 0, next_try_at: 0 }
    return { pin: wrap, wrapped: await seal(await keyOf(pin, wrap), raw) }
  })
}

export async function removePin(owner: string, before: string): Promise<Try> {
  return rewrap(owner, before, async (raw, { phone }) => ({ wrapped: await seal(phone, raw) }))
}

async function rewrap(
  owner: string, before: string | undefined, wrap: (raw: Sealed, ring: KeyRing) => Promise<Pick<KeyRing, 'pin' | 'wrapped'>>,
): Promise<Try> {
  const ring = await readRing(owner)
  const raw = ring.pin ? await tryPin(owner, before ?? '') : ring.wrapped ? new Uint8Array(await unseal(ring.phone, ring.wrapped)) : newDataKey()
  if (!(raw instanceof Uint8Array)) return raw
  const next = await wrap(raw, ring)
  await changeRing(owner, ({ hand_in, phone }) => ({ hand_in, phone, ...next }))
  holdDataKey(owner, await importDataKey(raw))
  announce('jiayi', [SESSION])
  return { outcome: 'open' }
}

/** The data key in the raw, or why not. A try counts before it is looked at: closing the app does not take it back. */
async function tryPin(owner: string, pin: string): Promise<Sealed | Exclude<Try, { outcome: 'open' }>> {
  let refused: Exclude<Try, { outcome: 'open' }> | undefined
  const ring = await changeRing(owner, (known) => {
    const wrap = known.pin!
    const wait_ms = wrap.next_try_at - Date.now()
    refused = wrap.wrong_count >= MOST_TRIES ? { outcome: 'spent' } : wait_ms > 0 ? { outcome: 'wait', wait_ms } : undefined
    if (refused) return known
    const wrong_count = wrap.wrong_count + 1
    return { ...known, pin: { ...wrap, wrong_count, next_try_at: Date.now() + waitAfter(wrong_count) } }
  })
  if (refused) return refused
  const wrap = ring.pin!
  try {
    const raw = new Uint8Array(await unseal(await keyOf(pin, wrap), ring.wrapped!))
    await changeRing(owner, (known) => ({ ...known, pin: { ...wrap, wrong_count: 0, next_try_at: 0 } }))
    return raw
  } catch (problem) {
    if (!(problem instanceof DOMException) || problem.name !== 'OperationError') throw problem
  }
  if (wrap.wrong_count < MOST_TRIES) return { outcome: 'wrong', tries_left: MOST_TRIES - wrap.wrong_count, wait_ms: waitAfter(wrap.wrong_count) }
  // Nobody opens these documents any more, not by trying on either.
  await changeRing(owner, ({ hand_in, phone, pin: spent }) => ({ hand_in, phone, ...(spent ? { pin: spent } : {}) }))
  announce(owner, [KEYS])
  return { outcome: 'spent' }
}

function waitAfter(wrong_count: number): number {
  return wrong_count < FREE_TRIES ? 0 : (WAITS_MS[wrong_count - FREE_TRIES] ?? WAITS_MS.at(-1)!)
}

async function keyOf(pin: string, { salt, iterations }: PinWrap): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

import { KEYS, onChange } from './changes'
import { changeSetting, readSetting } from './device'
import { seal, unseal, type Sealed } from './seal'

/**
 * The keys of each account's store on this phone.
 *
 * The data key (DK) seals documents. It lies on the phone only wrapped: by a key made from the PIN, or, without one, by a key
 * of this phone that cannot be exported. Unwrapped it lives in the memory of the page that opened it, nowhere else.
 * The hand-in key seals work that waits. It cannot be exported and needs no PIN, so that work goes out while the store is
 * locked, and nothing is lost with a forgotten PIN.
 */

export interface KeyRing {
  hand_in: CryptoKey
  /** Opens `wrapped` while there is no PIN. */
  phone: CryptoKey
  /** DK; absent until something is to be sealed. */
  wrapped?: Sealed
  pin?: PinWrap
}

export interface PinWrap {
  salt: Sealed
  iterations: number
  wrong_count: number
  /** Wall time in ms before which no further try counts. */
  next_try_at: number
}

/** Nobody has entered the PIN yet. */
export class Locked extends Error {
  override readonly name = 'Locked'
}

/** What this page has open, by account. */
interface Opened {
  hand_in?: CryptoKey
  data?: CryptoKey
  /** On its way, for all who ask at once. */
  opening?: Promise<CryptoKey> | undefined
}

const opened = new Map<string, Opened>()
const AES = { name: 'AES-GCM', length: 256 } as const
let is_listening = false

/** The account whose database it is; one in several counties has one ring for all. */
export function ownerOf(database: string): string {
  return database.split(':', 2)[1] ?? database
}

export async function handInKey(database: string): Promise<CryptoKey> {
  const state = stateOf(ownerOf(database))
  return (state.hand_in ??= (await readRing(ownerOf(database))).hand_in)
}

/** Throws Locked. */
export async function dataKey(database: string): Promise<CryptoKey> {
  const owner = ownerOf(database)
  const state = stateOf(owner)
  if (state.data) return state.data
  state.opening ??= openKey(owner)
  try {
    return (state.data = await state.opening)
  } finally {
    state.opening = undefined
  }
}

async function openKey(owner: string): Promise<CryptoKey> {
  let ring = await readRing(owner)
  // It was read along with the other.
  stateOf(owner).hand_in ??= ring.hand_in
  if (ring.pin) throw new Locked()
  if (!ring.wrapped) {
    const wrapped = await seal(ring.phone, newDataKey())
    // If two pages make one at once, the first that is written counts.
    ring = await changeRing(owner, (known) => (known.wrapped ? known : { ...known, wrapped }))
  }
  return importDataKey(await unseal(ring.phone, ring.wrapped!))
}

/** Whether a PIN stands between the store and this page. */
export async function isLocked(owner: string): Promise<boolean> {
  return !stateOf(owner).data && (await hasPin(owner))
}

export async function hasPin(owner: string): Promise<boolean> {
  return !!(await readRing(owner)).pin
}

export async function readRing(owner: string): Promise<KeyRing> {
  return (await readSetting(`keys:${owner}`)) ?? changeRing(owner, (ring) => ring)
}

/** Made when there is none. Returns the ring as it is now on the phone. */
export async function changeRing(owner: string, change: (ring: KeyRing) => KeyRing): Promise<KeyRing> {
  const make = (): Promise<CryptoKey> => crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt'])
  const [hand_in, phone] = await Promise.all([make(), make()])
  return (await changeSetting(`keys:${owner}`, (known) => change(known ?? { hand_in, phone })))!
}

/** Throws away the keys: what they sealed opens never again. The hand-in key stays where work waits for its person. */
export async function dropKeys(owner: string, has_work: boolean): Promise<void> {
  opened.delete(owner)
  await changeSetting(`keys:${owner}`, (ring) => (has_work && ring ? { hand_in: ring.hand_in, phone: ring.phone } : undefined))
}

/** Nobody but this account has anything open in this page. */
export function closeOthers(owner: string | undefined): void {
  for (const other of opened.keys()) if (other !== owner) opened.delete(other)
}

/** From now on this page has the data key, or has it no more. */
export function holdDataKey(owner: string, data: CryptoKey | undefined): void {
  if (data) stateOf(owner).data = data
  else opened.delete(owner)
}

export function importDataKey(raw: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, AES, false, ['encrypt', 'decrypt'])
}

export function newDataKey(): Sealed {
  return crypto.getRandomValues(new Uint8Array(32))
}

function stateOf(owner: string): Opened {
  if (!is_listening) onChange(({ database, topics }) => topics.includes(KEYS) && opened.delete(ownerOf(database)))
  is_listening = true
  const state = opened.get(owner) ?? {}
  opened.set(owner, state)
  return state
}

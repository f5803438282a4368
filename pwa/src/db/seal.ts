/** AES-GCM, and nothing else: what lies on the phone lies there as random bytes (12), ciphertext and tag. */

export type Sealed = Uint8Array<ArrayBuffer>

const IV_BYTES = 12
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Anything else was written by a version that did not seal yet. */
export function isSealed(value: unknown): value is Sealed {
  return ArrayBuffer.isView(value)
}

/** `about` names the place where it belongs: moved elsewhere, it does not open. */
export async function seal(key: CryptoKey, plain: BufferSource, about = ''): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const data = await crypto.subtle.encrypt(parameters(iv, about), key, plain)
  const sealed = new Uint8Array(IV_BYTES + data.byteLength)
  sealed.set(iv)
  sealed.set(new Uint8Array(data), IV_BYTES)
  return sealed
}

/** Throws when the key or the place is another one. */
export function unseal(key: CryptoKey, sealed: Sealed, about = ''): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt(parameters(sealed.subarray(0, IV_BYTES), about), key, sealed.subarray(IV_BYTES))
}

export function sealValue(key: CryptoKey, value: unknown, about?: string): Promise<Sealed> {
  return seal(key, encoder.encode(JSON.stringify(value ?? null)), about)
}

export async function unsealValue(key: CryptoKey, sealed: Sealed, about?: string): Promise<unknown> {
  return JSON.parse(decoder.decode(await unseal(key, sealed, about)))
}

function parameters(iv: Sealed, about: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: encoder.encode(about) }
}

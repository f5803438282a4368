/** How much of the app lies on this phone. */

export interface Kept {
  /** Megabytes. */
  used: number
  /** The phone has promised not to clear it by itself. */
  is_lasting: boolean
}

export async function readKept(): Promise<Kept | undefined> {
  const storage = navigator.storage as StorageManager | undefined
  if (!storage?.estimate) return undefined
  const [{ usage = 0 }, is_lasting = false] = await Promise.all([storage.estimate(), storage.persisted?.()])
  return { used: usage / 1_000_000, is_lasting }
}

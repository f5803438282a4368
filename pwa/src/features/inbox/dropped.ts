import type { Drop } from '@/db/database'

/** Each thing once, the newest of it; of several buckets that were begun anew for the same reason, one. */
export function worthSaying(drops: readonly Drop[]): Drop[] {
  const by_words = new Map<string, Drop>()
  for (const drop of drops) by_words.set(drop.reason === 'left' ? drop.bucket : drop.reason, drop)
  return [...by_words.values()]
}

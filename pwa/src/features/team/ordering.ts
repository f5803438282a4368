/** The order of a day, changed by hand. */

/** One place up or down among those that may still be moved; the same order when there is no place. */
export function moved<T>(order: readonly T[], thing: T, by: -1 | 1, isFixed: (thing: T) => boolean): T[] {
  const from = order.indexOf(thing)
  const to = from + by
  const other = order[to]
  if (from < 0 || other === undefined || isFixed(thing) || isFixed(other)) return [...order]
  const next = [...order]
  next[from] = other
  next[to] = thing
  return next
}

/** What was put into an order by hand, and what has come or gone since. */
export function merged(by_hand: readonly string[], now: readonly string[]): string[] {
  const here = new Set(now)
  const known = new Set(by_hand)
  return [...by_hand.filter((id) => here.has(id)), ...now.filter((id) => !known.has(id))]
}

const chains = new Map<string, Promise<unknown>>()

/**
 * Runs `work` alone among all tabs and the worker. A web view without Web Locks keeps order within its own page; sending
 * something twice is harmless there, because the server does each command once.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as { locks?: LockManager } | undefined)?.locks
  if (locks) return (await locks.request(name, work)) as T
  const turn = (chains.get(name) ?? Promise.resolve()).then(work, work)
  chains.set(name, turn.catch(() => undefined))
  return turn
}

import { afterEach, expect, test, vi } from 'vitest'
import { withLock } from './locks'

afterEach(() => void vi.unstubAllGlobals())

/** Two pieces of work on one name; returns the order in which they began and ended. */
async function race(one = withLock, other = withLock): Promise<string[]> {
  const order: string[] = []
  const work = (name: string) => async () => {
    order.push(`${name} begins`)
    await new Promise((resolve) => setImmediate(resolve))
    order.push(`${name} ends`)
  }
  await Promise.all([one('x', work('a')), other('x', work('b'))])
  return order
}
const IN_TURN = ['a begins', 'a ends', 'b begins', 'b ends']

test('in a page without Web Locks, one after the other', async () => {
  vi.stubGlobal('navigator', undefined)
  expect(await race()).toEqual(IN_TURN)
})

test('between tabs, by the browser’s own locks', async () => {
  const queues = new Map<string, Promise<unknown>>()
  const request = (name: string, work: () => Promise<unknown>) => {
    const turn = (queues.get(name) ?? Promise.resolve()).then(work)
    queues.set(name, turn)
    return turn
  }
  vi.stubGlobal('navigator', { locks: { request } })
  vi.resetModules()
  const other_tab = await import('./locks')
  expect(await race(withLock, other_tab.withLock)).toEqual(IN_TURN)
})

test('work that fails lets the next one in, and says so to its own caller', async () => {
  const failing = withLock('y', () => Promise.reject(new Error('no')))
  const next = withLock('y', () => Promise.resolve('in'))
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('in')
})

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem, offline } from '../api/problem'
import type { SyncReport } from './synchronize'
import { startTriggers } from './triggers'
import { requestSync } from './wake'

let report: SyncReport = {}
let runs = 0
let stop: () => void
let visibility: DocumentVisibilityState = 'visible'

beforeEach(async () => {
  vi.useFakeTimers()
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility)
  report = {}
  runs = 0
  visibility = 'visible'
  stop = startTriggers(() => {
    runs += 1
    return Promise.resolve(report)
  })
  await vi.advanceTimersByTimeAsync(0)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const after = async (ms: number): Promise<number> => {
  await vi.advanceTimersByTimeAsync(ms)
  return runs
}
const show = (state: DocumentVisibilityState): void => {
  visibility = state
  document.dispatchEvent(new Event('visibilitychange'))
}

test('at the start', () => expect(runs).toBe(1))

test('with signal again', async () => {
  window.dispatchEvent(new Event('online'))
  expect(await after(0)).toBe(2)
})

test('in sight again', async () => {
  show('hidden')
  expect(await after(0)).toBe(1)
  show('visible')
  expect(await after(0)).toBe(2)
})

test('after a write', async () => {
  requestSync()
  expect(await after(0)).toBe(2)
})

test('many writes while one is running: once more, not once each', async () => {
  for (let n = 0; n < 5; n += 1) requestSync()
  expect(await after(0)).toBe(3)
})

test('every minute in sight, never out of sight', async () => {
  expect(await after(60_000)).toBe(2)
  show('hidden')
  expect(await after(600_000)).toBe(2)
})

test('no answer: again soon, then ever more patiently, until it works', async () => {
  show('hidden')
  report = { problem: offline() }
  requestSync()
  expect(await after(0)).toBe(2)
  expect(await after(5_000)).toBe(3)
  expect(await after(9_999)).toBe(3)
  expect(await after(1)).toBe(4)
  report = {}
  expect(await after(20_000)).toBe(5)
  expect(await after(600_000)).toBe(5)
})

test('the server says how long to wait', async () => {
  show('hidden')
  report = { problem: new ApiProblem('core.busy', 503, {}, {}, 30_000) }
  requestSync()
  await after(0)
  report = {}
  expect(await after(29_999)).toBe(2)
  expect(await after(1)).toBe(3)
})

test('a command that waits on purpose goes when its time is over', async () => {
  show('hidden')
  report = { retry_after_ms: 10_000 }
  requestSync()
  await after(0)
  report = {}
  expect(await after(10_000)).toBe(3)
})

test('turned away for good: not again by itself', async () => {
  show('hidden')
  report = { problem: new ApiProblem('identity.refused.session_ended', 401) }
  requestSync()
  expect(await after(600_000)).toBe(2)
})

test('a fault of the phone is said aloud and does not end everything', async () => {
  stop()
  const said = vi.fn()
  vi.stubGlobal('reportError', said)
  let is_full = true
  stop = startTriggers(() => (is_full ? Promise.reject(new Error('disk full')) : ((runs += 1), Promise.resolve({}))))
  await after(0)
  expect(said).toHaveBeenCalledOnce()
  is_full = false
  requestSync()
  expect(await after(0)).toBe(2)
  vi.unstubAllGlobals()
})

test('a page that is gone starts nothing', async () => {
  stop()
  requestSync()
  window.dispatchEvent(new Event('online'))
  expect(await after(120_000)).toBe(1)
})

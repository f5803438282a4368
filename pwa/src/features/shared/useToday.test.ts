// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope } from 'vue'
import { useToday } from './useToday'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-24T15:59:30Z') }))
afterEach(() => void vi.useRealTimers())

test('a page left open turns its leaf at midnight in China, by itself', () => {
  const scope = effectScope()
  const today = scope.run(useToday)!
  expect(today.value).toBe('2026-11-24')
  vi.advanceTimersByTime(60_000)
  expect(today.value).toBe('2026-11-25')
  scope.stop()
})

test('a phone that slept into another day sees it when it is looked at', () => {
  const scope = effectScope()
  const today = scope.run(useToday)!
  vi.setSystemTime(new Date('2026-11-26T00:00:00Z'))
  document.dispatchEvent(new Event('visibilitychange'))
  expect(today.value).toBe('2026-11-26')
  scope.stop()
})

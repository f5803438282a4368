// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { writeSetting } from '@/db/device'
import { mountPart, words } from '@/ui/testing'
import ClockNotice from './ClockNotice.vue'

const MINUTE = 60_000

/** The phone last heard the server when its own clock was so far ahead. */
async function ahead(minutes: number): Promise<void> {
  const now = Date.now()
  await writeSetting('clock_anchor', { wall: new Date(now).toISOString(), server_time: new Date(now - minutes * MINUTE).toISOString(), monotonic_ms: 0, boot: 'before' })
}

test.each([
  [24 * 60, '手机的时间快了1天'],
  [-90, '手机的时间慢了1小时30分钟'],
  [10 * 365 * 24 * 60, '手机的时间快了3,650天'],
])('%i minutes off are said, with what to do', async (minutes, says) => {
  await ahead(minutes)
  const part = mountPart(ClockNotice)
  await vi.waitFor(() => expect(words(part)).toContain(says))
  expect(words(part)).toContain('自动确定日期和时间')
  part.unmount()
})

test('what a phone is off within minutes, nobody has to do anything about', async () => {
  await ahead(4)
  const part = mountPart(ClockNotice)
  await flushPromises()
  expect(part.find('.notice').exists()).toBe(false)
  await ahead(-24 * 60)
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.waitFor(() => expect(part.find('.notice').exists()).toBe(true))
  part.unmount()
})

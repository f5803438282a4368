// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import ToastHost from './ToastHost.vue'
import { mountPart, words } from './testing'
import { hush, say } from './toast'

enableAutoUnmount(afterEach)
beforeEach(() => { vi.useFakeTimers() })
afterEach(() => {
  hush()
  vi.useRealTimers()
})

const host = () => mountPart(ToastHost)
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('what was done is said politely and can be undone for ten seconds', async () => {
  const part = host()
  const undone = vi.fn()
  say('改到明天上午了', undone)
  await pass(9_999)
  expect(part.get('[role=status]').text()).toContain('改到明天上午了')
  await part.get('button').trigger('click')
  expect(undone).toHaveBeenCalledOnce()
  expect(words(part)).toBe('')
})

test('after ten seconds it goes by itself', async () => {
  const part = host()
  const undone = vi.fn()
  say('改到明天上午了', undone)
  await pass(10_000)
  expect(words(part)).toBe('')
  expect(undone).not.toHaveBeenCalled()
})

test('it waits while a finger or the focus is on it', async () => {
  const part = host()
  say('改到明天上午了', () => undefined)
  await pass(9_000)
  await part.get('.toast').trigger('pointerenter')
  await part.get('.toast').trigger('focusin')
  await part.get('.toast').trigger('pointerleave')
  await pass(60_000)
  expect(words(part)).toContain('撤销')
  await part.get('.toast').trigger('focusout')
  await pass(10_000)
  expect(words(part)).toBe('')
})

test('the same words said again stay for their own ten seconds', async () => {
  const part = host()
  say('存好了')
  await pass(6_000)
  say('存好了')
  await pass(6_000)
  expect(words(part)).toBe('存好了')
  expect(part.find('button').exists()).toBe(false)
})

test('it goes along to the next page', async () => {
  say('没见到丁大川，记下了')
  expect(words(host())).toBe('没见到丁大川，记下了')
})

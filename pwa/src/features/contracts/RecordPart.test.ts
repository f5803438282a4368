// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { microphone } from './fakeRecorder'
import RecordPart from './RecordPart.vue'

let shown: VueWrapper
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  shown.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'mediaDevices')
})

const given: (Blob | undefined)[] = []
function open(): VueWrapper {
  given.length = 0
  shown = mount(RecordPart, { props: { modelValue: undefined, 'onUpdate:modelValue': (one: Blob | undefined) => given.push(one), sentence: '我愿意签', min_seconds: 2, max_seconds: 60 } })
  return shown
}
async function tap(): Promise<void> {
  await shown.get('button').trigger('click')
  await vi.advanceTimersByTimeAsync(0)
}

test('a sentence is recorded, shown as it grows, listened to and recorded anew', async () => {
  const { tracks } = microphone()
  open()
  expect(shown.text()).toContain('我愿意签')
  await tap()
  await vi.advanceTimersByTimeAsync(7_400)
  expect(shown.get('[role="timer"]').text()).toContain('0:07')
  await tap()
  expect(shown.find('audio[controls]').attributes('src')).toBe('blob:voice')
  expect(given.at(-1)?.type).toBe('audio/webm')
  expect(tracks[0]!.stop).toHaveBeenCalled()
  expect(shown.get('button').text()).toBe('重新录')
  await tap()
  expect(given.at(-1), 'the former does not count any more').toBeUndefined()
})

test('it ends by itself at the longest, and when the microphone is taken away', async () => {
  const { tracks } = microphone()
  open()
  await tap()
  await vi.advanceTimersByTimeAsync(61_000)
  expect(shown.find('audio').exists()).toBe(true)
  await tap()
  await vi.advanceTimersByTimeAsync(5_000)
  tracks.at(-1)!.onended!()
  await vi.advanceTimersByTimeAsync(0)
  expect(given.at(-1)).toBeInstanceOf(Blob)
})

test('a slip of the finger is no recording', async () => {
  microphone()
  open()
  await tap()
  await vi.advanceTimersByTimeAsync(1_000)
  await tap()
  expect(shown.text()).toContain('太短了')
  expect(given.filter(Boolean)).toEqual([])
})

test.each([
  ['NotAllowedError', '手机没让用话筒'],
  ['NotReadableError', '话筒正被别的占着'],
  ['NotFoundError', '这台手机录不了音'],
])('%s is said in plain words, with the way on', async (name, words) => {
  microphone(() => Promise.reject(Object.assign(new Error(name), { name })))
  open()
  await tap()
  expect(shown.get('[role="status"]').text()).toContain(words)
})

test('a browser that cannot record says so', async () => {
  open()
  await tap()
  expect(shown.get('[role="status"]').text()).toContain('换一台手机来签，或者请他把名字写在纸上')
})

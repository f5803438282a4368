import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readSetting, writeSetting } from './device'
import { askNow, askOnce } from './lasting'

const persist = vi.fn<() => Promise<boolean>>()

beforeEach(async () => {
  await writeSetting('lasting', undefined)
  persist.mockReset().mockResolvedValue(false)
  vi.stubGlobal('navigator', { storage: { persist } })
})
afterEach(() => void vi.unstubAllGlobals())

test('asked at each occasion once, however often the app is opened', async () => {
  for (const occasion of ['sign_in', 'sign_in', 'install', 'sign_in', 'install'] as const) await askOnce(occasion)
  expect(persist).toHaveBeenCalledTimes(2)
  expect(await readSetting('lasting')).toMatchObject({ occasions: ['sign_in', 'install'], is_granted: false })
})

test('once it is granted nobody asks again', async () => {
  persist.mockResolvedValue(true)
  await askOnce('sign_in')
  await askOnce('install')
  expect(persist).toHaveBeenCalledTimes(1)
  expect(await readSetting('lasting')).toMatchObject({ is_granted: true })
})

test('the person may ask at any time, and the answer is kept', async () => {
  await askOnce('sign_in')
  persist.mockResolvedValue(true)
  await askNow()
  expect(await readSetting('lasting')).toMatchObject({ occasions: ['sign_in'], is_granted: true })
})

test('a browser that knows nothing of it is left alone', async () => {
  vi.stubGlobal('navigator', { storage: {} })
  await askOnce('sign_in')
  expect(await readSetting('lasting')).toBeUndefined()
})

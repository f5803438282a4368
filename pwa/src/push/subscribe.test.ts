// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { subscribeToPush } from './subscribe'

let permission: NotificationPermission
let subscribe: () => Promise<unknown>
let posted: unknown

beforeEach(() => {
  permission = 'granted'
  posted = undefined
  vi.stubGlobal('Notification', { requestPermission: () => Promise.resolve(permission) })
  vi.stubGlobal('PushManager', vi.fn())
  const registration = { pushManager: { getSubscription: () => Promise.resolve(null), subscribe: () => subscribe() } }
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: { ready: Promise.resolve(registration), getRegistration: () => Promise.resolve(registration) } })
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'POST') posted = await request.json()
    return new Response(JSON.stringify({ key: 'BKey' }), { headers: { 'Content-Type': 'application/json' } })
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the server gets to know the browser’s address and keys', async () => {
  const told = { endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } }
  subscribe = () => Promise.resolve({ toJSON: () => ({ ...told, expirationTime: null }) })
  expect(await subscribeToPush()).toBe('on')
  expect(posted).toEqual(told)
})

test('a push service that never answers does not keep the person waiting', async () => {
  vi.useFakeTimers()
  subscribe = () => new Promise(() => undefined)
  const asking = subscribeToPush()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await asking).toBe('unreachable')
})

test('a push service that says no', async () => {
  subscribe = () => Promise.reject(new DOMException('no', 'AbortError'))
  expect(await subscribeToPush()).toBe('unreachable')
})

test('the person says no', async () => {
  permission = 'denied'
  expect(await subscribeToPush()).toBe('denied')
})

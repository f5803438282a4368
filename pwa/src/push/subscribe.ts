import { api, dataOf } from '../api/client'

/**
 * Web push, a bonus: SMS and the list in the app are what can be relied on. Where the browser's push service is out of
 * reach, subscribing may never end, so it is raced with a time-out.
 */

/** `unreachable`: the browser can, but its push service does not answer. */
export type PushState = 'on' | 'off' | 'denied' | 'unsupported' | 'unreachable'

const PATIENCE_MS = 10_000

export async function pushState(): Promise<PushState> {
  if (!isSupported()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  return (await currentSubscription()) ? 'on' : 'off'
}

/** To be called from a tap: the browser then asks the person. Throws ApiProblem. */
export async function subscribeToPush(): Promise<PushState> {
  if (!isSupported()) return 'unsupported'
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  const subscription = (await currentSubscription()) ?? (await subscribe())
  if (!subscription) return 'unreachable'
  const { endpoint, keys } = subscription.toJSON()
  await api.POST('/api/v1/push-subscriptions', { body: { endpoint: endpoint!, keys: { p256dh: keys!.p256dh!, auth: keys!.auth! } } })
  return 'on'
}

export async function unsubscribeFromPush(): Promise<PushState> {
  const subscription = isSupported() ? await currentSubscription() : null
  if (!subscription) return pushState()
  await api.DELETE('/api/v1/push-subscriptions', { params: { query: { endpoint: subscription.endpoint } } })
  await subscription.unsubscribe()
  return 'off'
}

/** Null when the push service does not answer in time, or says no. */
async function subscribe(): Promise<PushSubscription | null> {
  const { key } = await dataOf(api.GET('/api/v1/push-subscriptions/key'))
  const { pushManager } = await navigator.serviceWorker.ready
  const subscribing = pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }).catch(() => null)
  return Promise.race([subscribing, new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null))])
}

async function currentSubscription(): Promise<PushSubscription | null> {
  // `ready` never settles where no worker is registered.
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ?? null
}

function isSupported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis
}

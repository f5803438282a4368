/// <reference lib="webworker" />
import { PrecacheController } from 'workbox-precaching'
import { loadSession } from './api/session'
import { handIn, isLeft } from './sync/synchronize'
import { OUTBOX_SYNC_TAG } from './sync/tags'

/** Wiring only: files for offline use, handing in without a page, notifications. */

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

type SyncEvent = ExtendableEvent & { tag: string }
interface PushMessage {
  title: string
  body: string
  url: string
}

const files = new PrecacheController()
files.precache(self.__WB_MANIFEST)
const app = files.createHandlerBoundToURL('/index.html')
/** What the server answers itself, also when a person types it in. */
const NOT_THE_APP = /^\/(api\/|healthz$|readyz$)/

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin || NOT_THE_APP.test(url.pathname)) return
  if (request.mode === 'navigate') event.respondWith(app({ event, request, url }))
  else if (files.getCacheKeyForURL(url.pathname)) event.respondWith(files.strategy.handle(event))
})

self.addEventListener('message', (event) => {
  // The page asks when nothing is being written and the person agreed.
  if (event.data === 'skip-waiting') void self.skipWaiting()
})

self.addEventListener('sync', (event) => {
  const sync = event as SyncEvent
  if (sync.tag === OUTBOX_SYNC_TAG) sync.waitUntil(handInAll())
})

self.addEventListener('push', (event) => {
  const { title, body, url } = event.data!.json() as PushMessage
  const options = { body, icon: '/icons/icon-192.png', badge: '/icons/badge-96.png', lang: 'zh-CN', tag: url, data: { url } }
  event.waitUntil(self.registration.showNotification(title, options))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(show((event.notification.data as { url: string }).url))
})

/** Throws when something is left that may go later: the browser then tries again by itself. */
async function handInAll(): Promise<void> {
  const session = await loadSession()
  if (!session) return
  if ((await handIn(session.account)).some(isLeft)) throw new Error('something is left')
}

async function show(url: string): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window' })
  if (!open) {
    await self.clients.openWindow(url)
    return
  }
  // The page goes there by its own router, so that a form that is being filled in can ask first.
  open.postMessage({ go_to: url })
  await open.focus()
}

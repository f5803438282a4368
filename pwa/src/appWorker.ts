import type { Router } from 'vue-router'
import { has_worker, noteUpdate } from './appUpdate'

/** The page's side of the service worker: registering it, and changing to a new version when the person agrees. */

let registration: ServiceWorkerRegistration | undefined

export async function registerWorker(router: Router): Promise<void> {
  if (!has_worker || import.meta.env.DEV) return
  const workers = navigator.serviceWorker
  const is_first_visit = !workers.controller
  workers.addEventListener('message', (event: MessageEvent<{ go_to?: string }>) => {
    if (event.data.go_to) void router.push(event.data.go_to)
  })
  workers.addEventListener('controllerchange', () => {
    // Another tab has agreed: this page is old now.
    if (!is_first_visit) noteUpdate()
  })
  registration = await workers.register('/sw.js')
  if (registration.waiting && !is_first_visit) noteUpdate()
  registration.addEventListener('updatefound', () => watchWorker(registration?.installing))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration?.update().catch(() => undefined)
  })
}

/** Changes to the new version. */
export function update(): void {
  const { waiting } = registration ?? {}
  if (!waiting) return location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('skip-waiting')
}

function watchWorker(worker: ServiceWorker | null | undefined): void {
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed' && navigator.serviceWorker.controller) noteUpdate()
  })
}

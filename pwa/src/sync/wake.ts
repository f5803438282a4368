import { OUTBOX_SYNC_TAG } from './tags'

/** How a write calls for a synchronization; when else there is one, triggers.ts says. */

let wake: (() => void) | undefined

/** After each write, and when a person asks for it. Does nothing before `startTriggers`. */
export function requestSync(): void {
  wake?.()
}

/** After a write: the browser may hand it in later, when the page is gone. */
export function requestBackgroundSync(): void {
  type WithSync = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } }
  // Not everywhere allowed, and nowhere needed while a page is open.
  navigator.serviceWorker?.ready.then((registration) => (registration as WithSync).sync?.register(OUTBOX_SYNC_TAG)).catch(() => undefined)
}

/** What a call starts; nothing for undefined. */
export function wakeWith(start: (() => void) | undefined): void {
  wake = start
}

import { readonly, shallowRef } from 'vue'

/** A new version of the app, told by appWorker.ts. */

const is_ready = shallowRef(false)

/** A new version waits. Offer it only while nothing is being handed in, and never reload unasked: there may be a form. */
export const is_update_ready = readonly(is_ready)

/** Without a worker (some chat apps' web views) the app needs signal to open; what is written is kept all the same. */
export const has_worker = 'serviceWorker' in navigator

export function noteUpdate(): void {
  is_ready.value = true
}

import { readonly } from 'vue'
import { askOnce } from '@/db/lasting'
import { install_offer } from './installOffer'

/** What is done with the browser's offer to put the app on the home screen. */

/** Undefined where the browser leaves it to its own menu. */
export const install_prompt = readonly(install_offer)

if (typeof window !== 'undefined') {
  window.addEventListener('appinstalled', () => {
    install_offer.value = undefined
    void askOnce('install')
  })
  // Where the browser says nothing of it, it shows at the first start from the home screen.
  if (isInstalled()) void askOnce('install')
}

/** To be called from a tap; true when the person agreed. */
export async function install(): Promise<boolean> {
  const { outcome = 'dismissed' } = (await install_offer.value?.prompt()) ?? {}
  install_offer.value = undefined
  return outcome === 'accepted'
}

/** Opened from the home screen. */
export function isInstalled(): boolean {
  return globalThis.matchMedia?.('(display-mode: standalone)').matches ?? false
}

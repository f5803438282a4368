import { readonly, shallowRef } from 'vue'
import { askOnce } from '@/db/lasting'

/** The browser's own offer to put the app on the home screen, where it makes one. It comes early and once, so it is kept. */

interface InstallPrompt extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>
}

const kept = shallowRef<InstallPrompt>()

/** Undefined where the browser leaves it to its own menu. */
export const install_prompt = readonly(kept)

if (typeof window !== 'undefined') {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    kept.value = event as InstallPrompt
  })
  window.addEventListener('appinstalled', () => {
    kept.value = undefined
    void askOnce('install')
  })
  // Where the browser says nothing of it, it shows at the first start from the home screen.
  if (isInstalled()) void askOnce('install')
}

/** To be called from a tap; true when the person agreed. */
export async function install(): Promise<boolean> {
  const { outcome = 'dismissed' } = (await kept.value?.prompt()) ?? {}
  kept.value = undefined
  return outcome === 'accepted'
}

/** Opened from the home screen. */
export function isInstalled(): boolean {
  return globalThis.matchMedia?.('(display-mode: standalone)').matches ?? false
}

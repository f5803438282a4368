import { shallowRef } from 'vue'

/** The browser's own offer to put the app on the home screen, where it makes one: early and once, so it is kept from the first moment on. */

export interface InstallPrompt extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>
}

export const install_offer = shallowRef<InstallPrompt>()

globalThis.window?.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  install_offer.value = event as InstallPrompt
})

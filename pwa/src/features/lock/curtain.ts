import { createApp } from 'vue'
import { loadTexts } from '@/i18n'
import LockScreen from './LockScreen.vue'

/**
 * Takes the app out of the document and puts the lock in its place. What was on the screen goes on living out of sight, so that
 * nothing that was typed is lost. Returns how the person went on.
 */
let is_down = false

export function isDown(): boolean {
  return is_down
}

export async function lower(leave: () => Promise<unknown>): Promise<'open' | 'leave'> {
  is_down = true
  const app = document.getElementById('app')!
  const place = document.createElement('div')
  const scrolled = scrollY
  // Whatever keeps what is typed when one goes on to the next field keeps it now.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  globalThis.speechSynthesis?.cancel()
  app.replaceWith(place)
  await loadTexts(['lock'])
  const way = await new Promise<'open' | 'leave'>((resolve) => {
    const screen = createApp(LockScreen, { onOpen: () => end('open'), onLeave: () => end('leave') })
    const end = (how: 'open' | 'leave'): void => {
      screen.unmount()
      resolve(how)
    }
    screen.mount(place)
  })
  if (way === 'leave') await leave()
  place.replaceWith(app)
  // Out of the document a dialog is no longer over its page.
  for (const dialog of app.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
    dialog.removeAttribute('open')
    dialog.showModal()
  }
  scrollTo(0, scrolled)
  is_down = false
  return way
}

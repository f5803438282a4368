import { readonly, shallowRef } from 'vue'

/** How long 撤销 stays, as `--undo` in tokens.css. */
export const UNDO_MS = 10_000

export interface ToastMessage {
  /** Counts up: the same words said again are a new message. */
  id: number
  text: string
  undo?: () => void
}

let said = 0
const current = shallowRef<ToastMessage | null>(null)

/** What the frame of the page shows at its bottom; one at a time, the newest wins. */
export const toast = readonly(current)

/** Says what was just done; with `undo` it can be taken back for ten seconds, also after going to another page. */
export function say(text: string, undo?: () => void): void {
  current.value = { id: (said += 1), text, undo }
}

export function hush(): void {
  current.value = null
}

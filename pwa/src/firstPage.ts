/**
 * When the first page stands: whatever it reads has been read and drawn. Until then a slow phone has no time for anything else.
 */

/** A page that reads nothing, or for very long, does not hold up the rest for ever. */
const PATIENCE_MS = 3_000

let reading_count = 0
let tell: () => void
const shown = new Promise<void>((resolve) => {
  // By way of a frame that has been drawn, where there are frames: none are out of sight.
  tell = () => void afterFrame().then(resolve)
  setTimeout(resolve, PATIENCE_MS)
})

/** Somebody begins to read for a page. To be called when the first reading is done or not wanted any more. */
export function noteReading(): () => void {
  let is_reading = true
  reading_count += 1
  return () => {
    if (!is_reading) return
    is_reading = false
    reading_count -= 1
    // What was read is drawn first, and may hold parts that read more.
    if (reading_count === 0) setTimeout(() => reading_count === 0 && tell())
  }
}

/** When what was last written into the page stands on the screen; out of sight there are no frames to wait for. */
export function afterFrame(): Promise<void> {
  if (typeof requestAnimationFrame !== 'function' || document.visibilityState === 'hidden') return Promise.resolve()
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

export function afterFirstPage(): Promise<void> {
  return shown
}

let seen = false

/** True once, for the page the app was opened on. */
export function isFirstPage(): boolean {
  const first = !seen
  seen = true
  return first
}

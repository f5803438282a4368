import type { Position } from './payloads'

/** Where the phone is, read when somebody checks in or out and at no other time. */

/** A reading this good is not waited on any longer. */
const GOOD_METRES = 30
/** Cheap phones in a valley need some seconds; nobody waits for it, the check is written already. */
const PATIENCE_MS = 12_000

/** The best reading within the time; null when the phone gives none. Never throws. */
export function readPosition(patience_ms = PATIENCE_MS): Promise<Position | null> {
  return new Promise((resolve) => {
    if (!(navigator.geolocation as Geolocation | undefined)) return resolve(null)
    let best: Position | null = null
    const done = (): void => {
      clearTimeout(timer)
      navigator.geolocation.clearWatch(watch)
      resolve(best)
    }
    const timer = setTimeout(done, patience_ms)
    const watch = navigator.geolocation.watchPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        const better = best === null || accuracy < (best.accuracy_metres ?? Infinity)
        if (better) best = { latitude, longitude, datum: 'wgs84', accuracy_metres: accuracy }
        if (accuracy <= GOOD_METRES) done()
      },
      // What came before the fault still counts.
      done,
      { enableHighAccuracy: true, timeout: patience_ms, maximumAge: 10_000 },
    )
  })
}

/**
 * Was somebody there: the rule for every check-in and check-out, decided at the door without a network.
 *
 * The twin of jiayi/geo/rules.py; both are held to tests/tables/check_in_verdict.json. The values come as the rule table
 * `geofence`.
 */
import type { Wgs84Point } from './datum'

export type Verdict = 'inside' | 'near' | 'outside' | 'unknown'

export interface Geofence {
  readonly radius_metres: number
  readonly accuracy_cap_metres: number
}

export interface Finding {
  readonly verdict: Verdict
  readonly distance_metres: number | null
}

/** The earth of WGS-84. */
const AXIS_METRES = 6378137
const FLATTENING = 1 / 298.257223563
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING)

/**
 * Metres between two points: flat, with the ellipsoid's two radii at the middle latitude. Within 0.1 % of the geodesic
 * below 50 km; on a sphere it would be off by up to 0.6 %.
 */
export function distanceMetres(a: Wgs84Point, b: Wgs84Point): number {
  const middle = radians((a.latitude + b.latitude) / 2)
  const flattened = 1 - ECCENTRICITY_SQUARED * Math.sin(middle) ** 2
  const north_radius = (AXIS_METRES * (1 - ECCENTRICITY_SQUARED)) / flattened ** 1.5
  const east_radius = AXIS_METRES / Math.sqrt(flattened)
  const north = north_radius * radians(b.latitude - a.latitude)
  const east = east_radius * Math.cos(middle) * radians(b.longitude - a.longitude)
  return Math.hypot(north, east)
}

/**
 * What a position says about being at the home. The accuracy is a radius, as the browser reports it.
 *
 * inside: within the radius. near: the circle of accuracy reaches the radius. unknown: a place is missing, or the reading
 * is worse than the cap. outside: the rest.
 */
export function verdict(
  home: Wgs84Point | null, here: Wgs84Point | null, accuracy_metres: number | null, fence: Geofence,
): Finding {
  if (!home || !here) return { verdict: 'unknown', distance_metres: null }
  const distance = distanceMetres(home, here)
  return { verdict: judge(distance, accuracy_metres, fence), distance_metres: Math.round(distance) }
}

/** Whether a reason and an action are asked. */
export function asksWhy(found: Verdict): boolean {
  return found === 'outside' || found === 'unknown'
}

function judge(distance: number, accuracy_metres: number | null, fence: Geofence): Verdict {
  if (accuracy_metres === null || !(accuracy_metres >= 0 && accuracy_metres <= fence.accuracy_cap_metres)) return 'unknown'
  if (distance <= fence.radius_metres) return 'inside'
  return distance - accuracy_metres <= fence.radius_metres ? 'near' : 'outside'
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

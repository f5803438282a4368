/** Geometry of the route sketch: places by their directions and distances, without a map under them. */

export interface Place {
  /** WGS-84 degrees. */
  latitude: number
  longitude: number
}
export interface Spot {
  x: number
  y: number
}

/**
 * Puts places into a box of `width` × `height`, north up, in one scale both ways. A village is small enough to be flat:
 * a degree of longitude counts cos(latitude) of one of latitude. A single place stands in the middle.
 */
export function fitToBox(places: readonly Place[], width: number, height: number): (place: Place) => Spot {
  const latitudes = places.map((place) => place.latitude)
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const across = places.map((place) => place.longitude * shrink)
  const [west, east] = [Math.min(...across), Math.max(...across)]
  const scale = Math.min(width / (east - west || Infinity), height / (north - south || Infinity))
  const usable = Number.isFinite(scale) && scale > 0 ? scale : 0
  return ({ latitude, longitude }) => ({
    x: round(width / 2 + (longitude * shrink - (west + east) / 2) * usable),
    y: round(height / 2 - (latitude - (south + north) / 2) * usable),
  })
}

/** Twice as near one above the other as side by side: names stand over their places. */
const UPRIGHT = 2
const ROUNDS = 40

/**
 * Moves spots apart until they are `least` from each other, as far as there is room in the box; directions stay as far as they
 * can. Spots at the very same place stay together.
 */
export function spread(spots: readonly Spot[], least: number, width: number, height: number): Spot[] {
  const moved = spots.map((spot) => ({ ...spot }))
  for (let n = 0; n < ROUNDS; n += 1) {
    let is_calm = true
    moved.forEach((a, i) => {
      moved.slice(i + 1).forEach((b, j) => {
        const [from, to] = [spots[i]!, spots[i + 1 + j]!]
        if (from.x === to.x && from.y === to.y) return
        const [dx, dy] = [b.x - a.x, (b.y - a.y) * UPRIGHT]
        const distance = Math.hypot(dx, dy)
        if (distance >= least - 0.5) return
        is_calm = false
        const [ux, uy] = distance ? [dx / distance, dy / distance] : [1, 0]
        const push = (least - distance) / 2
        a.x = clamp(a.x - ux * push, width)
        b.x = clamp(b.x + ux * push, width)
        a.y = clamp(a.y - (uy * push) / UPRIGHT, height)
        b.y = clamp(b.y + (uy * push) / UPRIGHT, height)
      })
    })
    if (is_calm) break
  }
  return moved.map(({ x, y }) => ({ x: round(x), y: round(y) }))
}

/** Draws spots out to the width of the box, at most `most` times: a narrow valley reads better wide. */
export function widen(spots: readonly Spot[], width: number, most: number): Spot[] {
  const across = spots.map(({ x }) => x)
  const [west, east] = [Math.min(...across), Math.max(...across)]
  const factor = Math.min(most, width / (east - west || Infinity))
  return factor <= 1 ? [...spots] : spots.map(({ x, y }) => ({ x: round(width / 2 + (x - (west + east) / 2) * factor), y }))
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value))
}

/** An SVG path that flows: it begins and ends at its points and passes near those between. */
export function flow(spots: readonly Spot[]): string {
  const [first, ...rest] = spots
  const last = rest.pop()
  if (!first || !last) return ''
  const bends = rest.map((spot, i) => {
    const next = rest[i + 1]
    return `Q${spot.x} ${spot.y} ${next ? `${round((spot.x + next.x) / 2)} ${round((spot.y + next.y) / 2)}` : `${last.x} ${last.y}`}`
  })
  return `M${first.x} ${first.y}${bends.join('') || `L${last.x} ${last.y}`}`
}

/** Marker shapes, one a person: circle, square, triangle, diamond. */
export const MARKS = [circle, square, triangle, diamond] as const

/** An SVG path of a person's marker around (x, y). */
export function markOf(person: number, x: number, y: number, r: number): string {
  return MARKS[person % MARKS.length]!(x, y, r)
}

function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z`
}
function square(x: number, y: number, r: number): string {
  return `M${x - r} ${y - r}h${2 * r}v${2 * r}h-${2 * r}z`
}
function triangle(x: number, y: number, r: number): string {
  return `M${x} ${y - 1.25 * r}l${1.25 * r} ${2.2 * r}h-${2.5 * r}z`
}
function diamond(x: number, y: number, r: number): string {
  return `M${x} ${y - 1.4 * r}l${1.4 * r} ${1.4 * r}-${1.4 * r} ${1.4 * r}-${1.4 * r}-${1.4 * r}z`
}
function round(value: number): number {
  return Math.round(value * 10) / 10
}

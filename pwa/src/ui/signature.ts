/**
 * Handwriting as strokes, small enough to travel inside a command.
 * `w`, `h`: the field's size in CSS px. A stroke is a flat list of whole numbers, three a point:
 * x, y, milliseconds since the first touch for the first point, and the difference to the point before for the others.
 */
export interface Signature {
  w: number
  h: number
  strokes: number[][]
}
export interface Point {
  x: number
  y: number
  at: number
}

/** The server takes no more in one command. */
export const MAX_BYTES = 20_000
/** More marks than any name has; beyond it the pen writes no further. */
export const MAX_STROKES = 300

/** How far, in px, the drawn line may leave the written one. */
const TOLERANCE = 0.6

/** Encodes strokes, leaving out points that do not show, and more of them until it fits `MAX_BYTES`. */
export function encode(w: number, h: number, strokes: readonly Point[][]): Signature {
  for (let tolerance = TOLERANCE; ; tolerance *= 1.5) {
    const signature = { w: Math.round(w), h: Math.round(h), strokes: strokes.map((stroke) => flatten(simplify(stroke, tolerance))) }
    if (JSON.stringify(signature).length <= MAX_BYTES) return signature
  }
}

export function decode(signature: Signature): Point[][] {
  return signature.strokes.map((flat) => {
    const points: Point[] = []
    let [x, y, at] = [0, 0, 0]
    for (let i = 0; i + 2 < flat.length; i += 3) {
      points.push({ x: (x += flat[i]!), y: (y += flat[i + 1]!), at: (at += flat[i + 2]!) })
    }
    return points
  })
}

/** An SVG path through the points; a lone point is a dot. */
export function toPath(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  return `M${first.x} ${first.y}${rest.map((p) => `L${p.x} ${p.y}`).join('') || 'h.01'}`
}

/** Ramer–Douglas–Peucker: keeps the ends and every point further than `tolerance` from the line between those kept. */
export function simplify(points: readonly Point[], tolerance: number): Point[] {
  if (points.length < 3) return [...points]
  const [first, last] = [points[0]!, points.at(-1)!]
  let [worst, at] = [0, 0]
  for (let i = 1; i < points.length - 1; i++) {
    const d = distance(points[i]!, first, last)
    if (d > worst) [worst, at] = [d, i]
  }
  if (worst <= tolerance) return [first, last]
  return [...simplify(points.slice(0, at + 1), tolerance).slice(0, -1), ...simplify(points.slice(at), tolerance)]
}

/** From a point to the piece of line between `a` and `b`. */
function distance(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const along = dx || dy ? Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy))) : 0
  return Math.hypot(p.x - a.x - along * dx, p.y - a.y - along * dy)
}

/** Differences are taken between rounded values, so that errors do not add up along a stroke. */
function flatten(points: readonly Point[]): number[] {
  let [x, y, at] = [0, 0, 0]
  return points.flatMap((p) => {
    const [px, py, pat] = [Math.round(p.x), Math.round(p.y), Math.round(p.at)]
    const flat = [px - x, py - y, pat - at]
    ;[x, y, at] = [px, py, pat]
    return flat
  })
}

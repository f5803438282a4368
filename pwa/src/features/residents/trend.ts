/** A few readings as a line, with the target under which they should lie. Pure geometry; the words say the same. */

export interface Trend {
  points: { x: number; y: number; value: number }[]
  /** Where the target's line lies. */
  target_y: number
}

export interface Box {
  width: number
  height: number
  /** Room at the sides, above and below. */
  margin: { x: number; top: number; bottom: number }
}

/** Oldest first. The scale holds every value and the target, so that a line near it is seen to be near. */
export function trendOf(values: readonly number[], target: number, { width, height, margin }: Box): Trend {
  const [lowest, highest] = [Math.min(...values, target), Math.max(...values, target)]
  // Steady readings make a steady line in the middle, not a mountain.
  const span = Math.max(highest - lowest, LEAST_SPAN)
  const middle = (highest + lowest) / 2
  const y = (value: number): number => round(margin.top + (height - margin.top - margin.bottom) * (0.5 - (value - middle) / span))
  const step = values.length > 1 ? (width - 2 * margin.x) / (values.length - 1) : 0
  return { points: values.map((value, n) => ({ x: round(margin.x + n * step), y: y(value), value })), target_y: y(target) }
}

const LEAST_SPAN = 20

function round(value: number): number {
  return Math.round(value * 10) / 10
}

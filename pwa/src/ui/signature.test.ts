import { expect, test } from 'vitest'
import { MAX_BYTES, decode, encode, simplify, toPath, type Point } from './signature'

const line = (...xy: [number, number][]): Point[] => xy.map(([x, y], i) => ({ x, y, at: i * 10 }))

test('strokes come back as they were written, to the pixel and the millisecond', () => {
  const written = [line([10, 20], [30, 5], [31, 60]), [{ x: 100, y: 100, at: 700 }]]
  const signature = encode(320, 144, written)
  expect(signature).toEqual({ w: 320, h: 144, strokes: [[10, 20, 0, 20, -15, 10, 1, 55, 10], [100, 100, 700]] })
  expect(decode(signature)).toEqual(written)
})

test('points that do not show are left out, corners stay', () => {
  expect(simplify(line([0, 0], [10, 0.2], [20, 0], [20, 10], [20.3, 20]), 0.6)).toEqual([
    { x: 0, y: 0, at: 0 }, { x: 20, y: 0, at: 20 }, { x: 20.3, y: 20, at: 40 },
  ])
})

test('a stroke that returns to where it began keeps its far end', () => {
  expect(simplify(line([0, 0], [50, 0], [0, 0]), 0.6)).toHaveLength(3)
})

test('rounding does not drift along a long stroke', () => {
  const wave = Array.from({ length: 400 }, (_, i) => ({ x: i * 0.4, y: 50 + 40 * Math.sin(i / 7), at: i * 8 }))
  const last = decode(encode(320, 144, [wave]))[0]!.at(-1)!
  expect(Math.hypot(last.x - wave.at(-1)!.x, last.y - wave.at(-1)!.y)).toBeLessThan(1)
})

test('the wildest scribble fits into a command', () => {
  const scribble = Array.from({ length: 300 }, (_, s) => Array.from({ length: 60 }, (_, i) => ({ x: (i * 97 + s * 31) % 1000, y: (i * 61 + s * 17) % 400, at: s * 5000 + i * 8 })))
  const signature = encode(1000, 400, scribble)
  expect(JSON.stringify(signature).length).toBeLessThanOrEqual(MAX_BYTES)
  expect(signature.strokes).toHaveLength(300)
})

test('a path, and a dot for a lone point', () => {
  expect(toPath(line([1, 2], [3, 4]))).toBe('M1 2L3 4')
  expect(toPath(line([1, 2]))).toBe('M1 2h.01')
  expect(toPath([])).toBe('')
})

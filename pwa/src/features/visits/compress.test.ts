import { expect, test } from 'vitest'
import { fitted, squeeze, type Size } from './compress'

test.each<[string, Size, Size]>([
  ['lying', { width: 4000, height: 3000 }, { width: 1600, height: 1200 }],
  ['standing', { width: 3000, height: 4000 }, { width: 1200, height: 1600 }],
  ['small already', { width: 640, height: 480 }, { width: 640, height: 480 }],
  ['a thread', { width: 9000, height: 1 }, { width: 1600, height: 1 }],
])('at most 1600 on the long side: %s', (_what, size, expected) => {
  expect(fitted(size)).toEqual(expected)
})

/** A camera whose pictures have so many bytes a pixel at full quality. */
function pictures(bytes_a_pixel: number): { draw: (size: Size, quality: number) => Promise<Blob>; tried: [number, number][] } {
  const tried: [number, number][] = []
  return {
    tried,
    draw: ({ width, height }, quality) => {
      tried.push([width, quality])
      return Promise.resolve(new Blob([new Uint8Array(Math.round(width * height * bytes_a_pixel * quality))]))
    },
  }
}
const LARGE = { width: 4000, height: 3000 }

test('a plain picture keeps its best quality', async () => {
  const { draw, tried } = pictures(0.1)
  expect((await squeeze(LARGE, draw)).size).toBeLessThanOrEqual(400_000)
  expect(tried).toEqual([[1600, 0.85]])
})

test('a busy one loses quality before it loses size', async () => {
  const { draw, tried } = pictures(0.4)
  expect((await squeeze(LARGE, draw)).size).toBeLessThanOrEqual(400_000)
  expect(tried.at(-1)).toEqual([1600, 0.45])
})

test('one that no quality makes small enough is drawn smaller', async () => {
  const { draw, tried } = pictures(3)
  expect((await squeeze(LARGE, draw)).size).toBeLessThanOrEqual(400_000)
  expect(tried.at(-1)![0]).toBeLessThan(1600)
})

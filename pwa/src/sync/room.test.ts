import { expect, test } from 'vitest'
import { hasRoom } from './room'

test.each([
  ['plenty', { quota: 2_000_000_000, usage: 100_000_000 }, true],
  ['just enough', { quota: 150_000_000, usage: 100_000_000 }, true],
  ['records would be in danger', { quota: 149_999_999, usage: 100_000_000 }, false],
  ['nothing left', { quota: 100, usage: 100 }, false],
  ['a browser that does not tell', {}, true],
])('room for photos: %s', (_what, room, expected) => {
  expect(hasRoom(room)).toBe(expected)
})

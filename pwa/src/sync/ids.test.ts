import { expect, test } from 'vitest'
import { newId } from './ids'

test('an id is a UUID of version 7', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('ids carry their time and sort by it', () => {
  // The example of RFC 9562, appendix A.6.
  expect(newId(0x017f22e279b0).slice(0, 13)).toBe('017f22e2-79b0')
  const ids = [1, 2 ** 16 - 1, 2 ** 16, 2 ** 32, Date.now()].map((at) => newId(at))
  expect([...ids].sort()).toEqual(ids)
})

import { expect, test } from 'vitest'
import distances from '../../../../tests/tables/geo_distances.json'
import tables from '../../../../tests/tables/rule_tables.json'
import cases from '../../../../tests/tables/check_in_verdict.json'
import { asksWhy, distanceMetres, verdict } from './verdict'

const FENCE = tables.geofence[0]!

function at(pair: number[] | null) {
  return pair && ({ latitude: pair[0]!, longitude: pair[1]!, datum: 'wgs84' } as const)
}

test.each(distances)('$id, to a thousandth', ({ a, b, metres }) => {
  expect(Math.abs(distanceMetres(at(a)!, at(b)!) - metres)).toBeLessThanOrEqual(metres * 0.001)
})

test.each(cases)('$id: $verdict', ({ home, here, accuracy_metres, verdict: expected, distance_metres }) => {
  const found = verdict(at(home), at(here), accuracy_metres, FENCE)
  expect(found.verdict).toBe(expected)
  if (distance_metres === null) expect(found.distance_metres).toBeNull()
  else expect(Math.abs(found.distance_metres! - distance_metres)).toBeLessThanOrEqual(Math.max(1, distance_metres * 0.001))
})

test('only outside and unknown ask why', () => {
  expect((['inside', 'near', 'outside', 'unknown'] as const).filter(asksWhy)).toEqual(['outside', 'unknown'])
})

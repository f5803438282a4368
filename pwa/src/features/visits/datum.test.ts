import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/geo_datums.json'
import mainland from '../../../../tests/tables/geo_shifted.json'
import { isShifted, toBd09, toGcj02, toWgs84, type Datum, type Point } from './datum'
import { distanceMetres } from './verdict'

type Pair = [number, number]
type Case = { id: string } & Record<Datum, Pair>

const DATUMS: Datum[] = ['wgs84', 'gcj02', 'bd09']

function expectAt(point: Point, [latitude, longitude]: Pair) {
  expect(Math.abs(point.latitude - latitude)).toBeLessThan(1e-6)
  expect(Math.abs(point.longitude - longitude)).toBeLessThan(1e-6)
}

test.each(cases as unknown as Case[])('$id is the same place in every datum', (place) => {
  for (const datum of DATUMS) {
    const [latitude, longitude] = place[datum]
    const point = { latitude, longitude, datum }
    expectAt(toWgs84(point), place.wgs84)
    expectAt(toGcj02(point), place.gcj02)
    expectAt(toBd09(point), place.bd09)
  }
})

test.each(mainland)('$id', ({ at, is_shifted }) => {
  expect(isShifted(at as Pair)).toBe(is_shifted)
})

test('a point of another datum is not measured', () => {
  const home = { latitude: 30.8, longitude: 106.08, datum: 'wgs84' } as const
  // @ts-expect-error the compiler refuses GCJ-02 where WGS-84 is needed
  expect(distanceMetres(home, toGcj02(home))).toBeGreaterThan(400)
})

/**
 * Points that know their coordinate system, and the ways between the three in use in China.
 *
 * The twin of jiayi/geo/datums.py; both are held to tests/tables/geo_datums.json. The formulas go one way only (WGS-84 →
 * GCJ-02 → BD-09); the way back repeats the forward step five times. Nothing is shifted outside the box around China, nor
 * in Hong Kong, Macao and Taiwan.
 */

export type Datum = 'wgs84' | 'gcj02' | 'bd09'

/** Degrees north and east in one datum; a point of one datum does not pass for another's. */
export interface Point<D extends Datum = Datum> {
  readonly latitude: number
  readonly longitude: number
  readonly datum: D
}

export type Wgs84Point = Point<'wgs84'>

type Pair = readonly [latitude: number, longitude: number]

const AXIS_METRES = 6378245
const ECCENTRICITY_SQUARED = 0.006693421622965943
const BAIDU_TURN = (Math.PI * 3000) / 180
const INVERSE_STEPS = 5

const UNSHIFTED: readonly (readonly Pair[])[] = [
  // Hong Kong, along the Shenzhen river and out to sea
  [
    [22.43, 113.87], [22.488, 113.98], [22.507, 114.03], [22.515, 114.075], [22.532, 114.11], [22.544, 114.15],
    [22.55, 114.22], [22.56, 114.3], [22.56, 114.45], [22.13, 114.45], [22.13, 113.82],
  ],
  // Macao: peninsula, Taipa and Coloane
  [[22.216, 113.528], [22.216, 113.56], [22.16, 113.6], [22.105, 113.6], [22.105, 113.548], [22.17, 113.537]],
  // Taiwan
  [[25.35, 121], [25.35, 122.1], [21.8, 122.1], [21.8, 120], [23.6, 120]],
  // Penghu
  [[23.8, 119.25], [23.8, 119.75], [23.15, 119.75], [23.15, 119.25]],
]

/** The same place in WGS-84, the only datum that is stored and measured. */
export function toWgs84(point: Point): Wgs84Point {
  if (point.datum === 'wgs84') return point as Wgs84Point
  const pair = pairOf(point)
  return pointOf(undo(wgsToGcj, point.datum === 'bd09' ? undo(gcjToBaidu, pair) : pair), 'wgs84')
}

/** The same place as AMap and Tencent draw it. */
export function toGcj02(point: Point): Point<'gcj02'> {
  if (point.datum === 'gcj02') return point as Point<'gcj02'>
  const pair = pairOf(point)
  return pointOf(point.datum === 'bd09' ? undo(gcjToBaidu, pair) : wgsToGcj(pair), 'gcj02')
}

/** The same place as Baidu draws it. */
export function toBd09(point: Point): Point<'bd09'> {
  if (point.datum === 'bd09') return point as Point<'bd09'>
  return pointOf(gcjToBaidu(pairOf(toGcj02(point))), 'bd09')
}

/** Whether Chinese maps shift this place at all. */
export function isShifted(pair: Pair): boolean {
  const [latitude, longitude] = pair
  const is_in_box = latitude >= 0.8293 && latitude <= 55.8271 && longitude >= 72.004 && longitude <= 137.8347
  return is_in_box && !UNSHIFTED.some((outline) => holds(outline, pair))
}

function pairOf(point: Point): Pair {
  return [point.latitude, point.longitude]
}

function pointOf<D extends Datum>([latitude, longitude]: Pair, datum: D): Point<D> {
  return { latitude, longitude, datum }
}

function wgsToGcj(pair: Pair): Pair {
  if (!isShifted(pair)) return pair
  const { sin, cos, sqrt, abs, PI } = Math
  const [latitude, longitude] = pair
  const y = latitude - 35
  const x = longitude - 105
  const ripple = (sin(6 * x * PI) + sin(2 * x * PI)) * 20
  const waves_north = (sin(y * PI) + 2 * sin((y / 3) * PI)) * 20 + (8 * sin((y / 12) * PI) + 16 * sin((y * PI) / 30)) * 20
  const waves_east = (sin(x * PI) + 2 * sin((x / 3) * PI)) * 20 + (15 * sin((x / 12) * PI) + 30 * sin((x / 30) * PI)) * 10
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + ((ripple + waves_north) * 2) / 3
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + ((ripple + waves_east) * 2) / 3
  const angle = (latitude * PI) / 180
  const flattened = 1 - ECCENTRICITY_SQUARED * sin(angle) ** 2
  const metres_a_degree_north = ((AXIS_METRES * (1 - ECCENTRICITY_SQUARED)) / flattened ** 1.5) * (PI / 180)
  const metres_a_degree_east = (AXIS_METRES / sqrt(flattened)) * cos(angle) * (PI / 180)
  return [latitude + north / metres_a_degree_north, longitude + east / metres_a_degree_east]
}

function gcjToBaidu(pair: Pair): Pair {
  if (!isShifted(pair)) return pair
  const [latitude, longitude] = pair
  const radius = Math.hypot(longitude, latitude) + 0.00002 * Math.sin(latitude * BAIDU_TURN)
  const angle = Math.atan2(latitude, longitude) + 0.000003 * Math.cos(longitude * BAIDU_TURN)
  return [radius * Math.sin(angle) + 0.006, radius * Math.cos(angle) + 0.0065]
}

function undo(forward: (pair: Pair) => Pair, target: Pair): Pair {
  let [latitude, longitude] = target
  for (let step = 0; step < INVERSE_STEPS; step += 1) {
    const [north, east] = forward([latitude, longitude])
    latitude += target[0] - north
    longitude += target[1] - east
  }
  return [latitude, longitude]
}

/** Whether a closed outline goes round the point: a ray due east crosses it an odd number of times. */
function holds(outline: readonly Pair[], [latitude, longitude]: Pair): boolean {
  let is_inside = false
  outline.forEach(([lat_a, lng_a], n) => {
    const [lat_b, lng_b] = outline[(n + 1) % outline.length]!
    if (lat_a > latitude === lat_b > latitude) return
    const crossing = lng_a + ((latitude - lat_a) / (lat_b - lat_a)) * (lng_b - lng_a)
    if (longitude < crossing) is_inside = !is_inside
  })
  return is_inside
}

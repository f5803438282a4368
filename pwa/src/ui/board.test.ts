// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import BoardColumn from './BoardColumn.vue'
import BoardRow from './BoardRow.vue'
import RouteSketch from './RouteSketch.vue'
import { ROUTE } from './gallery/sample'
import { fitToBox, flow, markOf, spread, widen, type Spot } from './sketch'
import { mountPart, words } from './testing'

test('a column counts and says the longest wait', () => {
  const column = mountPart(BoardColumn, { props: { title: '等回话', count: 2, note: '最早的等了50分钟', empty: '都回过话了' }, slots: { default: '<li>杜玉芳</li>' } })
  expect(words(column)).toBe('等回话 2最早的等了50分钟杜玉芳')
})

test('an empty column says so and keeps its place', () => {
  expect(words(mountPart(BoardColumn, { props: { title: '等回话', count: 0, note: '最早的', empty: '都回过话了' } }))).toBe('等回话 0都回过话了')
})

test('a row has one thing to do, read out with the name', async () => {
  const row = mountPart(BoardRow, { props: { name: '杜玉芳', about: '84岁', action: '接下' } })
  expect(words(row.get('button'))).toBe('接下杜玉芳')
  await row.get('button').trigger('click')
  expect(row.emitted('act')).toHaveLength(1)
})

test('places keep their directions, in one scale, inside the box', () => {
  const [sw, ne] = [{ latitude: 30, longitude: 106 }, { latitude: 30.01, longitude: 106.02 }]
  const fit = fitToBox([sw, ne], 300, 150)
  expect(fit(sw).x).toBeLessThan(fit(ne).x)
  expect(fit(sw).y).toBeGreaterThan(fit(ne).y)
  for (const { x, y } of [fit(sw), fit(ne)]) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(300)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThanOrEqual(150)
  }
  // 0.02° of longitude at 30° north is 1.732 times as far as 0.01° of latitude.
  expect((fit(ne).x - fit(sw).x) / (fit(sw).y - fit(ne).y)).toBeCloseTo(1.732, 2)
})

test('a single place stands in the middle', () => {
  const place = { latitude: 30, longitude: 106 }
  expect(fitToBox([place], 300, 150)(place)).toEqual({ x: 150, y: 75 })
  expect(fitToBox([place, place], 300, 150)(place)).toEqual({ x: 150, y: 75 })
})

test('a stream flows from its first to its last point', () => {
  expect(flow([{ x: 0, y: 0 }, { x: 10, y: 10 }, { x: 20, y: 0 }, { x: 30, y: 5 }])).toBe('M0 0Q10 10 15 5Q20 0 30 5')
  expect(flow([{ x: 0, y: 0 }, { x: 9, y: 1 }])).toBe('M0 0L9 1')
  expect(flow([])).toBe('')
})

test('the sketch is a picture with words, and nobody hides behind another at one place', () => {
  const sketch = mountPart({ components: { RouteSketch }, setup: () => ({ ROUTE }), template: '<div><RouteSketch v-bind="ROUTE" /></div>' })
  expect(sketch.get('[role=img]').attributes('aria-label')).toBe(ROUTE.label)
  const now = sketch.findAll('.route-now').map((mark) => mark.attributes('d')!.split(/[a-z]/)[0])
  expect(new Set(now).size).toBe(2)
  expect(sketch.findAll('text').map(words)).toEqual(['柳溪', '卫生院', '石板桥', '黄桷村', '桂花坪'])
})

test('people differ by the shape of their marks', () => {
  expect(new Set([0, 1, 2, 3].map((person) => markOf(person, 0, 0, 5))).size).toBe(4)
})

test('places that are too near each other are moved apart, inside the box', () => {
  const apart = spread([{ x: 100, y: 50 }, { x: 104, y: 52 }, { x: 0, y: 0 }, { x: 0, y: 0 }], 40, 200, 100)
  const [a, b, c, d] = apart as [Spot, Spot, Spot, Spot]
  expect(Math.hypot(a.x - b.x, (a.y - b.y) * 2)).toBeGreaterThanOrEqual(39)
  expect([a.x < b.x, a.y < b.y]).toEqual([true, true])
  expect([c, d]).toEqual([{ x: 0, y: 0 }, { x: 0, y: 0 }])
  for (const { x, y } of apart) expect(x >= 0 && x <= 200 && y >= 0 && y <= 100).toBe(true)
})

test('a narrow valley is drawn wider, a wide one as it is', () => {
  expect(widen([{ x: 90, y: 0 }, { x: 110, y: 50 }], 200, 1.5)).toEqual([{ x: 85, y: 0 }, { x: 115, y: 50 }])
  expect(widen([{ x: 0, y: 0 }, { x: 160, y: 9 }], 200, 1.5).map(({ x }) => x)).toEqual([0, 200])
  expect(widen([{ x: 100, y: 3 }], 200, 1.5)).toEqual([{ x: 100, y: 3 }])
})

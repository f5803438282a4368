// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import Meter from './Meter.vue'
import { mountPart } from './testing'

const meter = (props: object) => mountPart(Meter, { props: { label: '高血压随访', ...props } })

test.each([
  [{ quota: 4, done: 3 }, '还剩1次', '4次，做了3次'],
  [{ quota: 3, done: 1, booked: 1 }, '还剩1次', '3次，做了1次，约了1次'],
  [{ quota: 2, done: 3 }, '超出2次额度', '2次，做了3次'],
  [{ quota: 1, done: 0 }, '还没做', '1次，做了0次'],
  [{ quota: 4, done: 0 }, '还剩4次', '4次，做了0次'],
  [{ quota: 4, done: 4 }, '做满了', '4次，做了4次'],
  [{ quota: 2, done: 1, booked: 1 }, '都约好了', '2次，做了1次，约了1次'],
  [{ quota: 24, done: 17 }, '还剩7次', '24次，做了17次'],
])('%o', (props, word, spoken) => {
  const part = meter(props)
  expect(part.get('b').text()).toBe(word)
  expect(part.get('[role=img]').attributes('aria-label')).toBe(spoken)
})

test('pips: done, booked, left, and those beyond the quota', () => {
  const pips = (props: object) => meter(props).findAll('.pips i').map((pip) => pip.classes()[0])
  expect(pips({ quota: 4, done: 2, booked: 1 })).toEqual(['on', 'on', 'now', undefined])
  expect(pips({ quota: 2, done: 3 })).toEqual(['on', 'on', 'over'])
})

test('beyond twelve a track is drawn in proportion', () => {
  const part = meter({ quota: 20, done: 5, booked: 1 })
  expect(part.find('.pips').exists()).toBe(false)
  expect(part.findAll('.track i').map((bar) => bar.attributes('style'))).toEqual(['width: 25%;', 'width: 5%;'])
})

test('without a limit, or in words alone, no bar pretends to be one', () => {
  expect(meter({ quota: null, done: 5 }).text()).toContain('不限次数')
  expect(meter({ quota: null, done: 5 }).find('[role=img]').exists()).toBe(false)
  expect(meter({ quota: 7, done: 0, bare: true }).find('[role=img]').exists()).toBe(false)
})

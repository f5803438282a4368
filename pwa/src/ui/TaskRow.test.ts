// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { nextTick } from 'vue'
import CallLink from './CallLink.vue'
import SwipeRow from './SwipeRow.vue'
import TaskRow from './TaskRow.vue'
import { mountPart, words } from './testing'

const DING = { to: '/visits/1', name: '丁大川', about: '76岁', risk: 'high', time: '9:30', stop: 1, purpose: '高血压随访', place: '石板桥3组', overdue_days: 6, phone: '0817-555 0141' }

test('a row says when, who, how urgent, what for and where, and leads to the card', () => {
  const row = mountPart(TaskRow, { props: DING })
  expect(words(row.get('.task-when'))).toBe('9:30第1站')
  expect(words(row.get('a.task-main'))).toBe('丁大川 76岁 高风险高血压随访石板桥3组逾期6天')
  expect(row.get('a.task-main').attributes('href')).toBe('/visits/1')
})

test('the call button dials and names whom', () => {
  const call = mountPart(TaskRow, { props: DING }).get('a[href^="tel:"]')
  expect(call.attributes('href')).toBe('tel:08175550141')
  expect(call.text()).toContain('丁大川')
})

test('the 更多 menu and the swipe offer the same actions', async () => {
  const row = mountPart(TaskRow, { props: DING })
  await swipe(row, [200, 50], [200, 50])
  const swiped = row.findAll('.swipe-behind button').map(words)
  await row.get('.task-acts button').trigger('click')
  await nextTick()
  const listed = row.findAll('dialog .stack button').map(words)
  expect(listed).toEqual(['改时间', '没见到人'])
  expect(swiped).toEqual(listed)
  await row.findAll('dialog .stack button')[1]!.trigger('click')
  expect(row.emitted('action')).toEqual([['nobody_home']])
  await nextTick()
  expect(row.find('dialog[open]').exists()).toBe(false)
})

function swipe(row: ReturnType<typeof mountPart>, from: [number, number], to: [number, number], pointerType = 'touch') {
  const front = row.get('.swipe-front').element
  const send = (type: string, [clientX, clientY]: [number, number]) =>
    front.dispatchEvent(new PointerEvent(type, { clientX, clientY, pointerType, isPrimary: true, pointerId: 1, bubbles: true }))
  send('pointerdown', from)
  send('pointermove', to)
  send('pointerup', to)
  return nextTick()
}
const swipeRow = () => mountPart(SwipeRow, { props: { actions: [{ id: 'later', label: '改时间', icon: 'calendar-clock' }] }, slots: { default: '<a href="#card">丁大川</a>' } })
const isOpen = (row: ReturnType<typeof mountPart>) => row.get('.swipe-behind').attributes('inert') === undefined

test('a pull to the left opens the actions; choosing one shuts them', async () => {
  const row = swipeRow()
  expect(isOpen(row)).toBe(false)
  await swipe(row, [200, 50], [60, 52])
  expect(isOpen(row)).toBe(true)
  await row.get('.swipe-behind button').trigger('click')
  expect(row.emitted('action')).toEqual([['later']])
  expect(isOpen(row)).toBe(false)
})

test.each([
  ['a short pull', [200, 50], [180, 50], 'touch'],
  ['scrolling', [200, 50], [190, 140], 'touch'],
  ['a pull to the right', [100, 50], [240, 50], 'touch'],
  ['a mouse', [200, 50], [60, 52], 'mouse'],
] as const)('%s opens nothing', async (_, from, to, pointerType) => {
  const row = swipeRow()
  await swipe(row, [...from], [...to], pointerType)
  expect(isOpen(row)).toBe(false)
})

test('a tap on an open row shuts it and opens no card', async () => {
  const row = swipeRow()
  await swipe(row, [200, 50], [60, 52])
  const link = row.get('a').element
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })) // the click that ends the swipe
  const tap = new MouseEvent('click', { bubbles: true, cancelable: true })
  link.dispatchEvent(tap)
  await nextTick()
  expect(tap.defaultPrevented).toBe(true)
  expect(isOpen(row)).toBe(false)
})

test('a masked number is shown and cannot be dialled', () => {
  const masked = mountPart(CallLink, { props: { phone: '139****6021' } })
  expect(masked.text()).toBe('139****6021')
  expect(masked.find('a').exists()).toBe(false)
})

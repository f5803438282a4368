// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { VueWrapper } from '@vue/test-utils'
import { mountPart, words } from '@/ui/testing'
import { LeadersPhone } from './leading'
import OrderPage from './OrderPage.vue'
import { at, line, planned, TODAY } from './sample'

let phone: LeadersPhone
let page: VueWrapper

beforeEach(async () => {
  phone = await LeadersPhone.ready()
  await Promise.all(['丁大川', '任桂英', '雍德明'].map((name) => phone.putResident(name, name)))
  const stop = (name: string, hour: number, more = {}) => planned(name, ['蒲晓燕'], [hour], [hour, 30], { services: [line(name, 'D01')], ...more })
  await phone.put('visit', stop('丁大川', 9, { status: 'verified', services: [line('丁大川', 'D01', 'done')], ended_at: at(9, 30) }), stop('任桂英', 14), stop('雍德明', 15))
  page = mountPart(OrderPage, { props: { clinician_id: '蒲晓燕' } })
  await vi.waitFor(() => expect(page.findAll('.order > li')).toHaveLength(3))
})
afterEach(async () => {
  page.unmount()
  await phone.gone()
})

const order = () => page.findAll('.order b').map(words)
const button = (name: string, word: string) => page.findAll('.order > li').find((row) => words(row).includes(name))!.findAll('button').find((one) => words(one).startsWith(word))!

test('a stop goes one place down, the order is sent in one tap and stays', async () => {
  await button('任桂英', '下移').trigger('click')
  expect(order()).toEqual(['丁大川', '雍德明', '任桂英'])
  expect(await phone.outbox()).toEqual([])
  await page.get('.bottom-action button').trigger('click')
  await vi.waitFor(async () => expect(await phone.outbox()).toMatchObject([{ kind: 'visits.set_order', entity_id: '蒲晓燕', payload: { on: TODAY, visit_ids: ['丁大川', '雍德明', '任桂英'] } }]))
  await vi.waitFor(() => expect(page.find('.bottom-action').exists()).toBe(false))
  expect(order()).toEqual(['丁大川', '雍德明', '任桂英'])
})

test('the keyboard moves it too, and the new place is read out', async () => {
  await button('雍德明', '上移').trigger('keydown', { key: 'ArrowUp', altKey: true })
  expect(order()).toEqual(['丁大川', '雍德明', '任桂英'])
  expect(words(page.get('[aria-live]'))).toBe('雍德明，现在第2站')
})

test('what is done stays where it is', () => {
  expect(button('任桂英', '上移').attributes('disabled')).toBeDefined()
  expect(page.findAll('.order > li')[0]!.findAll('button')).toHaveLength(0)
})

test('until something has moved there is nothing to send', () => {
  expect(page.find('.bottom-action').exists()).toBe(false)
})

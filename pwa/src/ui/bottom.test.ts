// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import BigButtons from './BigButtons.vue'
import BottomAction from './BottomAction.vue'
import BottomNav from './BottomNav.vue'
import { mountPart, words } from './testing'

test('the main action is pressed, unless it may not yet be', async () => {
  const action = mountPart(BottomAction, { props: { label: '签退，结束上门', note: '已存在手机里' } })
  await action.get('button').trigger('click')
  expect(action.emitted('press')).toHaveLength(1)
  expect(words(action)).toBe('签退，结束上门已存在手机里')
  await action.setProps({ disabled: true })
  await action.get('button').trigger('click')
  expect(action.emitted('press')).toHaveLength(1)
})

test('or it is a place to go, with small ones left of it', () => {
  const action = mountPart(BottomAction, { props: { label: '开始上门', to: '/visits/1' }, slots: { side: '<button>导航</button>' } })
  expect(action.get('a').attributes('href')).toBe('/visits/1')
  expect(words(action)).toBe('导航开始上门')
})

test('the navigation says where one is and what waits', async () => {
  const nav = mountPart(BottomNav, { props: { places: [{ to: '/day', icon: 'calendar-check-2', label: '今天' }, { to: '/messages', icon: 'inbox', label: '消息', count: 3 }] } })
  await nav.get('a[href="/messages"]').trigger('click')
  await flushPromises()
  expect(nav.attributes('aria-label')).toBe('主导航')
  expect(nav.findAll('a').map((link) => [words(link), link.attributes('aria-current')])).toEqual([['今天', undefined], ['消息3', 'page']])
})

test('big buttons are links, the first one marked', () => {
  const big = mountPart(BigButtons, { props: { label: '常用', buttons: [{ to: '/book', icon: 'house-plus', label: '预约上门', is_first: true }, { to: '/refill', icon: 'pill-bottle', label: '我要续药' }] } })
  expect(big.findAll('a').map((link) => [words(link), link.attributes('href'), link.classes('big-first')])).toEqual([['预约上门', '/book', true], ['我要续药', '/refill', false]])
})

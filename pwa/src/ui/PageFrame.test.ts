// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import PageFrame from './PageFrame.vue'
import PageSection from './PageSection.vue'
import { mountPart, words } from './testing'

beforeEach(() => { document.body.innerHTML = '' })

// The first page of all keeps the browser's focus; the tests below are about pages one comes to.
mountPart(PageFrame, { props: { title: '今天' } }).unmount()

test('one title, named in the window, and it is read out when one comes to the page', async () => {
  const page = mountPart(PageFrame, { props: { title: '丁大川', back: '今天', to: '/day' }, slots: { default: '<p>76岁</p>', bottom: '<button>开始上门</button>' } })
  await nextTick()
  expect(page.findAll('h1').map(words)).toEqual(['丁大川'])
  expect(document.title).toBe('丁大川 - 家医上门')
  expect(document.activeElement).toBe(page.get('h1').element)
  expect(page.get('header a').attributes('href')).toBe('/day')
  expect(words(page.get('footer'))).toBe('开始上门')
  expect(page.get('main').text()).toContain('76岁')
})

test('the window follows a title that changes', async () => {
  const page = mountPart(PageFrame, { props: { title: '签到' } })
  await page.setProps({ title: '测量' })
  expect(document.title).toBe('测量 - 家医上门')
})

test('a quiet title is there for screen readers', () => {
  expect(mountPart(PageFrame, { props: { title: '上门测量', quiet: true, back: '丁大川', to: '/r' } }).get('h1').classes()).toContain('sr')
})

test('without an address the way back is told to the page', async () => {
  const page = mountPart(PageFrame, { props: { title: '您哪天方便？', back: '返回' } })
  await page.get('header button').trigger('click')
  expect(page.emitted('back')).toHaveLength(1)
})

test('a section has a heading and a note or something of its own beside it', () => {
  const section = mountPart(PageSection, { props: { title: '三高共管中级包', note: '还有96天到期' }, slots: { default: '内容' } })
  expect(words(section)).toBe('三高共管中级包还有96天到期内容')
  expect(mountPart(PageSection, { props: { title: '好久没去', note: '不见' }, slots: { default: '', aside: '<a>全部</a>' } }).text()).toBe('好久没去全部')
})

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import EmergencyNotice from './EmergencyNotice.vue'
import EmptyState from './EmptyState.vue'
import ErrorState from './ErrorState.vue'
import LoadingBars from './LoadingBars.vue'
import Notice from './Notice.vue'
import TeamCalls from './TeamCalls.vue'
import { mountPart, words } from './testing'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

test('loading shows nothing for 300 ms, then what is being fetched', async () => {
  const bars = mountPart(LoadingBars, { props: { what: '先取今天要去的7家，马上好' } })
  await vi.advanceTimersByTimeAsync(299)
  expect(words(bars)).toBe('')
  await vi.advanceTimersByTimeAsync(1)
  expect(words(bars)).toBe('先取今天要去的7家，马上好')
  expect(bars.attributes('role')).toBe('status')
})

test('an error says what happened, what is kept, and offers one thing to do', async () => {
  const part = mountPart(ErrorState, { props: { title: '这个时间刚被别人约走了', kept: '其他内容都留着', action: '重新挑时间' } })
  expect(words(part)).toBe('这个时间刚被别人约走了其他内容都留着重新挑时间')
  expect(part.find('[role=status]').exists()).toBe(true)
  await part.get('button').trigger('click')
  expect(part.emitted('act')).toHaveLength(1)
})

test('a notice is read out only if it came up while one was there', () => {
  const notice = (props: object) => mountPart(Notice, { props, slots: { default: '没信号，照常做' } }).attributes('role')
  expect(notice({})).toBeUndefined()
  expect(notice({ live: true })).toBe('status')
})

test('emptiness says what it means and what comes next', () => {
  expect(words(mountPart(EmptyState, { props: { title: '今天的都走完了', next: '明天有5家' } }))).toBe('今天的都走完了明天有5家')
})

test('an emergency dials 120', async () => {
  const part = mountPart(EmergencyNotice)
  expect(words(part)).toBe('胸口痛、喘不上气、说不清话，先打120。打120')
  expect(part.get('a').attributes('href')).toBe('tel:120')
  expect(words(mountPart(EmergencyNotice, { props: { words: '血压太高了' } }))).toContain('血压太高了')
})

test('the team and 120 are one tap away', () => {
  const links = mountPart(TeamCalls, { props: { phone: '0817-555 0136' } }).findAll('a')
  expect(links.map((link) => [words(link), link.attributes('href')])).toEqual([['打给团队0817-555 0136', 'tel:08175550136'], ['急救120', 'tel:120']])
})

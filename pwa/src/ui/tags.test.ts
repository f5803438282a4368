// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import Icon from './Icon.vue'
import Leaf from './Leaf.vue'
import OverdueTag from './OverdueTag.vue'
import RiskTag from './RiskTag.vue'
import Stamp from './Stamp.vue'
import StepBar from './StepBar.vue'
import StopsLine from './StopsLine.vue'
import TimeLine from './TimeLine.vue'
import { ICONS } from './icons'
import { mountPart, words } from './testing'

test.each([['high', '高风险', 3], ['medium', '中风险', 2], ['low', '低风险', 1]])('risk %s has its word and its bars', (risk, word, bars) => {
  const tag = mountPart(RiskTag, { props: { risk } })
  expect(words(tag)).toBe(word)
  expect(tag.findAll('path.on')).toHaveLength(bars)
})

test.each([[6, '逾期6天'], [1, '逾期1天'], [0, ''], [-2, '']])('%d days past the day: %s', (days, expected) => {
  expect(words(mountPart(OverdueTag, { props: { days } }))).toBe(expected)
})

test.each([['inside', '已到门口'], ['near', '就在附近'], ['outside', '离家较远'], ['unknown', '没定到位']])('the stamp of %s', (verdict, word) => {
  const stamp = mountPart(Stamp, { props: { verdict }, slots: { default: '离家38米' } })
  expect(words(stamp)).toBe(`${word}离家38米`)
})

test('a leaf shows the day and reads it out in full', () => {
  const leaf = mountPart(Leaf, { props: { on: '2026-11-26' } })
  expect(leaf.findAll('[aria-hidden]').map(words)).toEqual(['11月', '26', '星期四'])
  expect(leaf.get('.sr').text()).toContain('11月26日 星期四')
  expect(leaf.get('time').attributes('datetime')).toBe('2026-11-26')
})

test('a small leaf leaves out the weekday', () => {
  expect(mountPart(Leaf, { props: { on: '2026-12-01', small: true } }).findAll('[aria-hidden]').map(words)).toEqual(['12月', '1'])
})

test('an icon is drawn and never read out', () => {
  const icon = mountPart(Icon, { props: { name: 'phone' } })
  expect(icon.get('path').attributes('d')).toBe(ICONS.phone)
  expect(icon.attributes('aria-hidden')).toBe('true')
})

test('every icon is a path', () => {
  for (const [name, path] of Object.entries(ICONS)) expect(path, name).toMatch(/^M[-\d.]+ ?[-\d.]+[-\dA-Za-z ,.]+$/)
})

test('the step bar marks the current step and says what is done', () => {
  const steps = mountPart(StepBar, { props: { label: '上门四步', steps: ['签到', '测量', '服务'], current: 1 } })
  expect(steps.findAll('li').map((step) => [words(step), step.attributes('aria-current')])).toEqual([['签到，办好了', undefined], ['测量', 'step'], ['服务', undefined]])
})

test('a time line reads in order, states in words', () => {
  const line = mountPart(TimeLine, { props: { steps: [{ label: '您提交了', at: '今天8:12', state: 'done' }, { label: '卫生院在配药', state: 'now' }, { label: '上门带到', state: 'todo' }] } })
  expect(line.findAll('li').map(words)).toEqual(['您提交了，办好了 今天8:12', '卫生院在配药，正在办', '上门带到，还没到'])
  expect(line.get('[aria-current=step]').text()).toContain('卫生院')
})

test('a line of stops says where the person is', () => {
  const line = mountPart({
    components: { StopsLine },
    template: `<div><StopsLine name="陈志远" note="医生" :person="0" :stops="[{ label: '丁大川', at: '9:30', state: 'done' }, { label: '任桂英', state: 'now' }, { label: '雍德明', state: 'todo' }]" /></div>`,
  })
  expect(words(line.get('.who'))).toBe('陈志远医生')
  expect(line.findAll('li').map((stop) => words(stop).replace(/^\d/, ''))).toEqual(['丁大川，走完了 9:30', '任桂英，现在在这里', '雍德明，还没去'])
})

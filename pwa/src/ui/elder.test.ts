// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import ElderSwitch from './ElderSwitch.vue'
import ReadAloud from './ReadAloud.vue'
import { followElder, isElder, restoreElder, setElder } from './elder'
import { mountPart, words } from './testing'

const isLarge = () => document.documentElement.hasAttribute('data-elder')

beforeEach(() => {
  localStorage.clear()
  restoreElder()
})
afterEach(() => { Reflect.deleteProperty(globalThis, 'speechSynthesis') })

test('the switch goes there and back, and says where it leads', async () => {
  const part = mountPart(ElderSwitch)
  expect(words(part)).toBe('换成长辈版，字大些')
  await part.trigger('click')
  expect([isLarge(), isElder.value, words(part)]).toEqual([true, true, '换回普通版'])
  await part.trigger('click')
  expect(isLarge()).toBe(false)
})

test('the phone keeps what was chosen', () => {
  setElder(true)
  document.documentElement.removeAttribute('data-elder')
  restoreElder()
  expect(isLarge()).toBe(true)
})

test('a choice made outweighs what an account begins with', () => {
  restoreElder(true)
  expect(isLarge()).toBe(true)
  setElder(false)
  restoreElder(true)
  expect(isLarge()).toBe(false)
})

test('another window of the app follows', () => {
  followElder()
  localStorage.setItem('elder', 'yes')
  dispatchEvent(new StorageEvent('storage', { key: 'language' }))
  expect(isLarge()).toBe(false)
  dispatchEvent(new StorageEvent('storage', { key: 'elder' }))
  expect([isLarge(), isElder.value]).toEqual([true, true])
})

test('reading aloud starts, and stops on the second press', async () => {
  const spoken: SpeechSynthesisUtterance[] = []
  class Utterance {
    rate = 1
    lang = ''
    constructor(public text: string) {}
  }
  Object.assign(globalThis, { SpeechSynthesisUtterance: Utterance, speechSynthesis: { speak: (each: SpeechSynthesisUtterance) => spoken.push(each), cancel: () => spoken.splice(0) } })
  const part = mountPart(ReadAloud, { props: { text: '后天上午9点，蒲晓燕护士来。' } })
  expect(words(part)).toBe('念一念')
  await part.trigger('click')
  expect(spoken).toMatchObject([{ text: '后天上午9点，蒲晓燕护士来。', lang: 'zh-CN' }])
  expect(spoken[0]!.rate).toBeLessThan(1)
  expect(words(part)).toBe('不念了')
  await part.trigger('click')
  expect(spoken).toEqual([])
  expect(words(part)).toBe('念一念')
})

test('a phone that cannot speak shows no button', () => {
  expect(mountPart(ReadAloud, { props: { text: '好' } }).find('button').exists()).toBe(false)
})

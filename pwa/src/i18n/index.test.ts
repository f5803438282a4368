// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { computed, nextTick } from 'vue'
import { language, setLanguage, t, tCode } from './index'

afterEach(() => setLanguage('zh-CN'))

test('a text with its values', () => {
  expect(t('ui-sync-waiting', { count: 2 })).toBe('2条待上传')
})

test('a stable code has its text', () => {
  expect(tCode('sync.refused.stale')).toBe(t('sync-refused-stale'))
})

test('a code brings its values, and what no text can name does no harm', () => {
  expect(tCode('ui.sync.waiting', { count: 3, errors: { a: ['b'] }, nothing: null })).toBe('3条待上传')
})

test('a code of a newer server gets a general sentence, never itself', () => {
  expect(tCode('visits.refused.invented_tomorrow')).toBe(t('app-problem-unknown'))
})

test('numbers: few as they are, many in the way of the language', () => {
  expect(t('ui-sync-waiting', { count: 999 })).toBe('999条待上传')
  expect(t('ui-sync-waiting', { count: 1306 })).toBe('1,306条待上传')
  expect(t('tasks-first', { count: 2 })).toBe('先看这两位')
})

test('what is on the screen follows the language, which is remembered', async () => {
  const shown = computed(() => t('app-update-do'))
  expect(shown.value).toBe('现在换')
  await setLanguage('en')
  await nextTick()
  expect(shown.value).toBe('Change now')
  expect(document.documentElement.lang).toBe('en')
  expect(localStorage.getItem('language')).toBe('en')
  expect(language.value).toBe('en')
})

test('no marks around values: they would be copied and counted', async () => {
  await setLanguage('en')
  expect(t('dates-due_in', { days: '3' })).toBe('3 days left')
})

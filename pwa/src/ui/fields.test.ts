// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { ref } from 'vue'
import SearchField from './SearchField.vue'
import SelectField from './SelectField.vue'
import TextField from './TextField.vue'
import { mountPart, words } from './testing'

test('a field is tied to its label, its hint and its error', async () => {
  const value = ref('1380000')
  const error = ref('')
  const part = mountPart({
    components: { TextField }, setup: () => ({ value, error }),
    template: '<TextField v-model="value" label="手机号" hint="写11位" :error="error" type="tel" required />',
  })
  const input = part.get<HTMLInputElement>('input')
  expect(input.element.value).toBe('1380000')
  expect(part.get('label').attributes('for')).toBe(input.attributes('id'))
  expect(input.attributes()).toMatchObject({ type: 'tel', required: '' })
  expect(input.attributes('aria-invalid')).toBeUndefined()
  error.value = '还差几位'
  await input.setValue('13800000000')
  expect(value.value).toBe('13800000000')
  expect(input.attributes('aria-invalid')).toBe('true')
  const described = input.attributes('aria-describedby')!.split(' ').map((id) => document.getElementById(id)?.textContent)
  expect(described).toEqual(['写11位', '还差几位'])
  expect(part.get('[role=alert]').text()).toBe('还差几位')
})

test('several lines', async () => {
  const value = ref('')
  const part = mountPart({ components: { TextField }, setup: () => ({ value }), template: '<TextField v-model="value" label="说一下原因" :rows="3" />' })
  await part.get('textarea').setValue('在镇上碰面')
  expect(value.value).toBe('在镇上碰面')
})

test('a search can be cleared by a word', async () => {
  const value = ref('丁')
  const part = mountPart({ components: { SearchField }, setup: () => ({ value }), template: '<SearchField v-model="value" label="找姓名、村名" />' })
  expect(words(part.get('label'))).toBe('找姓名、村名')
  await part.get('button').trigger('click')
  expect(value.value).toBe('')
  expect(part.find('button').exists()).toBe(false)
})

test('a native list', async () => {
  const value = ref('all')
  const part = mountPart({
    components: { SelectField }, setup: () => ({ value, options: [{ value: 'all', label: '全部' }, { value: 'two', label: '第二团队' }] }),
    template: '<SelectField v-model="value" label="团队" :options="options" />',
  })
  await part.get('label select').setValue('two')
  expect(value.value).toBe('two')
})

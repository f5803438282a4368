// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { ref } from 'vue'
import NumberPad from './NumberPad.vue'
import VitalField from './VitalField.vue'
import { clean, press, type Key } from './numberPad'
import { mountPart, words } from './testing'

const WHOLE = { digits: 3, decimals: 0 }
const TENTHS = { digits: 2, decimals: 1 }

test.each([
  ['digits follow', WHOLE, '1 5 2', '152'],
  ['a fourth digit does not fit', WHOLE, '1 5 2 0', '152'],
  ['zero first is replaced', WHOLE, '0 8', '8'],
  ['delete takes one back', WHOLE, '8 8 delete', '8'],
  ['delete on nothing', WHOLE, 'delete', ''],
  ['no point in a whole number', WHOLE, '8 . 8', '88'],
  ['one place after the point', TENTHS, '7 . 1 5', '7.1'],
  ['one point', TENTHS, '7 . . 1', '7.1'],
  ['a code may begin with nought', { digits: 6, decimals: 0, is_code: true }, '0 0 7 delete 4 0 0 0 9', '004000'],
  ['point first', TENTHS, '. 5', '0.5'],
  ['delete the point', TENTHS, '7 . delete 1', '71'],
] as const)('%s', (_, size, keys, expected) => {
  expect(keys.split(' ').reduce((value, key) => press(value, key as Key, size), '')).toBe(expected)
})

test.each([['152', WHOLE, '152'], ['０', WHOLE, ''], ['15a2', WHOLE, '152'], ['007', WHOLE, '7'], ['0', WHOLE, '0'], ['36.55', TENTHS, '36.5'], ['36.5.5', TENTHS, '36.5'], ['-8', WHOLE, '8']])(
  'typed %s', (text, size, expected) => expect(clean(text, size)).toBe(expected),
)

function pad(props: object = {}) {
  const value = ref('88')
  const part = mountPart({
    components: { NumberPad }, setup: () => ({ value, props }),
    template: '<NumberPad v-model="value" next="下一项：脉搏" v-bind="props" @skip="$emit(\'skip\')" @next="$emit(\'next\')" />',
    emits: ['skip', 'next'],
  })
  const key = (name: string) => part.findAll('button').find((button) => words(button) === name)
  return { value, part, key }
}

test('keys write, 删除 takes back, 没测成 and the main button are told to the page', async () => {
  const { value, part, key } = pad()
  await key('删除')!.trigger('click')
  await key('0')!.trigger('click')
  expect(value.value).toBe('80')
  await key('没测成')!.trigger('click')
  await key('下一项：脉搏')!.trigger('click')
  expect(part.emitted()).toMatchObject({ skip: [[]], next: [[]] })
})

test('a point only where there are decimals, 没测成 only where one may skip', () => {
  expect(pad().key('.小数点')).toBeUndefined()
  expect(pad({ decimals: 1 }).key('.小数点')).toBeDefined()
  expect(pad({ required: true }).key('没测成')).toBeUndefined()
})

test('pressing a key does not take the focus from the field', async () => {
  const { part } = pad()
  const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true })
  part.get('.key').element.dispatchEvent(press)
  expect(press.defaultPrevented).toBe(true)
})

test('a reading is a labelled field without the phone’s keyboard, and drops what is no number', async () => {
  const value = ref('')
  const part = mountPart({ components: { VitalField }, setup: () => ({ value }), template: '<VitalField v-model="value" label="高压" unit="毫米汞柱" current />' })
  const input = part.get<HTMLInputElement>('label input')
  expect(words(part.get('label'))).toBe('高压毫米汞柱')
  expect(input.attributes()).toMatchObject({ inputmode: 'none', placeholder: '还没填', 'aria-current': 'true' })
  await input.setValue('15x2')
  expect([value.value, input.element.value]).toEqual(['152', '152'])
})

test('a reading that could not be taken says so', () => {
  expect(mountPart(VitalField, { props: { modelValue: '', label: '脉搏', skipped: true } }).get('input').attributes('placeholder')).toBe('没测成')
})

// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { ref } from 'vue'
import CheckRows from './CheckRows.vue'
import ChoiceRows from './ChoiceRows.vue'
import { mountPart, words } from './testing'

const OPTIONS = [
  { value: 'met_elsewhere', label: '老人不在家，约在别处见面' },
  { value: 'other', label: '别的原因，我来写', note: '写一句就好' },
  { value: 'none', label: '没有原因', disabled: true },
]

test('one answer out of several, by native radio buttons of one group', async () => {
  const chosen = ref<string | null>(null)
  const part = mountPart({
    components: { ChoiceRows }, setup: () => ({ chosen, OPTIONS }),
    template: '<ChoiceRows v-model="chosen" legend="是什么情况？" :options="OPTIONS" />',
  })
  expect(part.get('fieldset > legend').text()).toBe('是什么情况？')
  const inputs = part.findAll<HTMLInputElement>('input[type=radio]')
  expect(new Set(inputs.map((input) => input.element.name)).size).toBe(1)
  expect(inputs.map((input) => input.element.disabled)).toEqual([false, false, true])
  await inputs[1]!.setValue()
  expect(chosen.value).toBe('other')
  expect(words(part.get('.choice-on'))).toBe('别的原因，我来写写一句就好')
})

test('ticks, any number of them', async () => {
  const chosen = ref(['other'])
  const part = mountPart({
    components: { CheckRows }, setup: () => ({ chosen, OPTIONS }),
    template: '<CheckRows v-model="chosen" legend="今天做了什么" quiet ruled :options="OPTIONS" />',
  })
  const [first, second] = part.findAll('input[type=checkbox]')
  await first!.setValue(true)
  await second!.setValue(false)
  expect(chosen.value).toEqual(['met_elsewhere'])
  expect(part.get('legend').classes()).toContain('sr')
})

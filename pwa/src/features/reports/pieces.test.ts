// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { pieces } from './pieces'

const FIGURES = { signed: '486', due: '452', done: '341', rate: '75.4%', gap: '111' }

test('a sentence with its numbers set apart, in the order of the language', () => {
  const found = pieces('reports-say', FIGURES)
  expect(found.map(({ text }) => text).join('')).toBe('签约486人，今年轮到服务的452人，该做的都做到了的341人，占75.4%，还差111人。')
  expect(found.flatMap(({ name }) => name ?? [])).toEqual(['signed', 'due', 'done', 'rate', 'gap'])
})

test('a value that the text does not name is left out', () => {
  expect(pieces('reports-say_none', FIGURES).flatMap(({ name }) => name ?? [])).toEqual(['signed'])
})

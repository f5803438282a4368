import { expect, test } from 'vitest'
import { merged, moved } from './ordering'

const isFixed = (id: string): boolean => id === 'done'

test('one place up, one place down', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1, isFixed)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'b', 1, isFixed)).toEqual(['a', 'c', 'b'])
})

test('nothing goes beyond either end, nor before what is done', () => {
  expect(moved(['a', 'b'], 'a', -1, isFixed)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 'b', 1, isFixed)).toEqual(['a', 'b'])
  expect(moved(['done', 'a'], 'a', -1, isFixed)).toEqual(['done', 'a'])
  expect(moved(['done', 'a'], 'done', 1, isFixed)).toEqual(['done', 'a'])
})

test('what came meanwhile stands at the end, what went is gone', () => {
  expect(merged(['c', 'a', 'gone'], ['a', 'b', 'c'])).toEqual(['c', 'a', 'b'])
})

import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/masks.json'
import { surnameOf } from './surname'

test.each(cases.filter(({ kind }) => kind === 'name'))('$id: what a mask keeps of a name is the surname', ({ value, masked }) => {
  expect(surnameOf(value)).toBe(masked.replaceAll('*', ''))
})

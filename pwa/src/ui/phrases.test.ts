import { expect, it } from 'vitest'
import { phrased } from './phrases'

it('keeps short phrases whole, and lets one that is longer than a line break anywhere', () => {
  expect(phrased('签退，结束上门')).toBe('phrased')
  expect(phrased('谁才有：高血压随访')).toBe('phrased')
  expect(phrased('您离登记的家有1.8公里')).toBeUndefined()
  expect(phrased('赵淑华，高血压和糖尿病不再管了？')).toBeUndefined()
  expect(phrased('Check out')).toBeUndefined()
})

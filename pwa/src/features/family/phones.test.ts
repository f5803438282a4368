import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/masks.json'
import { maskedPhone, phoneText } from './phones'

test.each([
  ['08175550136', '0817-555 0136'],
  ['0817-5550136', '0817-555 0136'],
  ['01055550136', '010-5555 0136'],
  ['02888880136', '028-8888 0136'],
  ['075533330136', '0755-3333 0136'],
  ['15408171016', '154 0817 1016'],
  ['120', '120'],
])('%s reads %s', (number, shown) => {
  expect(phoneText(number)).toBe(shown)
})

test.each(cases.filter(({ kind }) => kind === 'phone'))('$id is masked as the server masks it', ({ value, masked }) => {
  expect(maskedPhone(value)).toBe(masked)
})

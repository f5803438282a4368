import { describe, expect, test } from 'vitest'
import { askedNext, digitsOf, isBirthYear, shownStep, spacedPhone, type Answers } from './steps'

const NOTHING: Answers = { realm: null, phone: '', code: '', password: '', is_undecided: false }
const ELDER: Answers = { ...NOTHING, realm: 'family', phone: '15408171016' }
const NURSE: Answers = { ...NOTHING, realm: 'staff', phone: '15408170107' }

describe('a page that was loaded anew begins where the first answer is missing', () => {
  test.each([
    ['nobody said who they are', 'code', NOTHING, ''],
    ['family without a number', 'code', { ...ELDER, phone: '' }, 'phone'],
    ['staff without a number', 'code', { ...NURSE, phone: '' }, 'password'],
    ['family has no passwords', 'password', ELDER, 'phone'],
    ['a year of birth without a code', 'birth', ELDER, 'code'],
    ['staff are not asked for a year of birth', 'birth', { ...NURSE, code: '123456' }, 'code'],
    ['a second factor without a first', 'authenticator', NURSE, 'password'],
    ['an authenticator of one\'s own without the password', 'enrol', { ...NURSE, code: '123456' }, 'password'],
  ] as const)('%s', (_, wanted, answers, shown) => {
    expect(shownStep(wanted, answers)).toBe(shown)
  })
})

test.each([
  ['phone', { ...NOTHING, realm: 'family' }],
  ['password', { ...NOTHING, realm: 'staff' }],
  ['code', ELDER],
  ['birth', { ...ELDER, code: '123456' }],
  ['authenticator', { ...NURSE, password: 'x' }],
] as const)('%s is shown when everything before it is answered', (wanted, answers) => {
  expect(shownStep(wanted, answers)).toBe(wanted)
})

test('a couple on one phone is asked who, whatever the address says', () => {
  expect(shownStep('', { ...NOTHING, is_undecided: true })).toBe('person')
  expect(shownStep('code', { ...ELDER, is_undecided: true })).toBe('person')
  expect(shownStep('person', ELDER)).toBe('')
})

test('what the server wants to know besides is a question, no error', () => {
  expect(askedNext('identity.refused.birth_year_needed')).toBe('birth')
  expect(askedNext('identity.refused.totp_needed')).toBe('authenticator')
  expect(askedNext('identity.refused.wrong_code')).toBeUndefined()
})

test('a mobile number reads in groups, other numbers as typed', () => {
  expect(spacedPhone('15408171016')).toBe('154 0817 1016')
  expect(spacedPhone('154-0817-1016')).toBe('154 0817 1016')
  expect(spacedPhone('0817 555')).toBe('0817 555')
})

test('digits typed with a Chinese keyboard count, anything else falls away', () => {
  expect(digitsOf('１２ 3-45678', 6)).toBe('123456')
})

test.each([['1942', true], ['2026', true], ['2027', false], ['1890', false], ['194', false], ['', false]])('a year of birth: %s', (typed, is_good) => {
  expect(isBirthYear(typed, 2026)).toBe(is_good)
})

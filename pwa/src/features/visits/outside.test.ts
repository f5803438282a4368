import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/outside_answers.json'
import tables from '../../../../tests/tables/rule_tables.json'
import { choicesFor, outsideMissing, type OutsideAnswer, type OutsideReasons } from './outside'
import type { Verdict } from './verdict'

type Case = OutsideAnswer & { id: string; verdict: Verdict; code: string | null }

const TABLE = tables.outside_reasons[0] as OutsideReasons

test.each(cases as Case[])('$id', ({ verdict, code, ...answer }) => {
  expect(outsideMissing(verdict, answer, TABLE)?.reason ?? null).toBe(code)
})

test('without a position nobody is asked whether the address is wrong', () => {
  const codes = choicesFor('unknown', TABLE.reasons).map((choice) => choice.code)
  expect(codes).toContain('no_position')
  expect(codes).not.toContain('address_wrong')
})

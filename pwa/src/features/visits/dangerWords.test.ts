import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/danger_words.json'
import tables from '../../../../tests/tables/rule_tables.json'
import { dangerWordsIn } from './dangerWords'

test.each(cases)('$id', ({ text, found }) => {
  expect(dangerWordsIn(text, tables.danger_words[0]!)).toEqual(found)
})

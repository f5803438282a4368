import { expect, test } from 'vitest'
import cases from '../../../../tests/tables/performers.json'
import tables from '../../../../tests/tables/rule_tables.json'
import items from '../../../../tests/tables/service_items.json'
import { mayPerform, neededCount, unstaffed, visitPlace, type Asked, type Performer, type Place, type Qualifications } from './performers'

const TABLE = tables.qualifications[0] as unknown as Qualifications

function item(code: string): Asked {
  return { code, ...items[code as keyof typeof items] } as Asked
}

function person(profession: Performer['profession']): Performer {
  return { profession, title: 'senior', years: 20, certificates: [] }
}

test.each(cases)('$id', ({ performer, item: code, place, code: expected }) => {
  const found = mayPerform({ certificates: [], ...performer } as Performer, item(code), place as Place, TABLE)
  expect(found?.reason ?? null).toBe(expected)
})

test('a nurse alone is enough for a dressing', () => {
  expect(unstaffed([person('nurse')], [item('D03')], TABLE)).toBeNull()
})

test('a doctor alone is not enough for a home visit, with anybody else he is', () => {
  expect(unstaffed([person('doctor')], [item('C07')], TABLE)?.reason).toBe('visits.refused.too_few_clinicians')
  expect(unstaffed([person('doctor'), person('public_health')], [item('C07')], TABLE)).toBeNull()
})

test('an examination needs a doctor and a nurse, not two nurses', () => {
  expect(unstaffed([person('nurse'), person('nurse')], [item('A02')], TABLE)).toEqual({ reason: 'catalogue.refused.role_missing', detail: { role: 'doctor' } })
  expect(unstaffed([person('nurse'), person('doctor')], [item('A02')], TABLE)).toBeNull()
})

test('every service needs somebody who may perform it', () => {
  expect(unstaffed([person('nurse')], [item('D03'), item('B01')], TABLE)?.reason).toBe('catalogue.refused.wrong_profession')
  expect(unstaffed([], [item('D03')], TABLE)?.reason).toBe('visits.refused.too_few_clinicians')
  expect(neededCount([item('D03'), item('A02')])).toBe(2)
})

test('a round in the elder home takes place there', () => {
  expect(visitPlace(item('E07'))).toBe('institution')
  expect(unstaffed([person('doctor'), person('nurse')], [item('E07')], TABLE)).toBeNull()
})

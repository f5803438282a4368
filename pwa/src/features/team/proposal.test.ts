import { expect, test } from 'vitest'
import tables from '../../../../tests/tables/rule_tables.json'
import asked from '../../../../tests/tables/service_items.json'
import type { ServiceItemBody } from '../shared/documents'
import type { Qualifications } from './performers'
import { candidatesFor, propose, type Need, type Staff } from './proposal'
import { at, clinician, item, NOW, planned, TODAY } from './sample'
import { startsOn, windowAt, type Booking } from './windows'

const BOOKING: Booking = tables.visit_booking[0]!
const TOMORROW = '2026-11-25'
const STAFF: Staff = {
  members: [clinician('陈志远', 'doctor'), clinician('蒲晓燕', 'nurse'), clinician('何秀兰', 'nurse'), clinician('鲜明军', 'public_health')],
  visits: [], booking: BOOKING, qualifications: tables.qualifications[0] as unknown as Qualifications,
}

function need(code: string, more: Partial<Need> = {}): Need {
  const of = item(code, asked[code as keyof typeof asked] as Partial<ServiceItemBody>)
  return { on: TOMORROW, items: [of], minutes: of.minutes ?? 30, village: '黄桷村', known_ids: [], ...more }
}
const morning = (on = TOMORROW) => startsOn(on, 'morning', BOOKING, NOW)
const names = (of: Need, staff = STAFF) => candidatesFor(of, undefined, staff).map(({ clinician: { name } }) => name)
const tomorrow = (hour: number, minute = 0) => at(hour, minute, TOMORROW)
const stop = (id: string, who: string, hour: number, village = '黄桷村') =>
  planned(id, [who], [9], [10], { planned_start_at: tomorrow(hour), planned_end_at: tomorrow(hour, 30), village })

test('only those who may, where one is enough', () => {
  expect(names(need('D03'))).toEqual(['何秀兰', '蒲晓燕'])
  expect(names(need('B01'))).toEqual(['陈志远', '鲜明军'])
})

test('where two are needed, anybody may be the second, after those who may', () => {
  expect(names(need('C07'))[0]).toBe('陈志远')
  expect(names(need('C07'))).toHaveLength(4)
})

test('whoever knows the house goes before the others', () => {
  expect(names(need('D03', { known_ids: ['蒲晓燕'] }))).toEqual(['蒲晓燕', '何秀兰'])
})

test('whoever is in the village anyway goes right beside that stop', () => {
  const staff = { ...STAFF, visits: [stop('a', '蒲晓燕', 10)] }
  expect(propose(need('D03'), morning(), staff)).toEqual({ start_at: tomorrow(9, 30), clinician_ids: ['蒲晓燕'] })
})

test('nobody is proposed into a window that is taken', () => {
  const visits = morning().flatMap((start, n) => ['蒲晓燕', '何秀兰'].map((who) => planned(`${who}${n}`, [who], [9], [10], { planned_start_at: start, planned_end_at: windowAt(start, 30).end_at })))
  expect(propose(need('D03'), morning(), { ...STAFF, visits })).toBeUndefined()
})

test('a full day is no day for more', () => {
  const visits = [8, 9, 10, 11, 14, 15].map((hour) => stop(`v${hour}`, '蒲晓燕', hour))
  expect(propose(need('D03'), startsOn(TOMORROW, 'afternoon', BOOKING, NOW), { ...STAFF, visits })?.clinician_ids).toEqual(['何秀兰'])
})

test('two are proposed together where two are needed', () => {
  expect(propose(need('A02'), morning(), STAFF)?.clinician_ids.sort()).toEqual(['陈志远', '何秀兰'].sort())
})

test('a service that nobody here may perform has no proposal', () => {
  expect(propose(need('D09'), morning(), STAFF)).toBeUndefined()
  expect(names(need('D09'))).toEqual([])
})

test('the visit itself is not in its own way', () => {
  const own = planned('own', ['蒲晓燕'], [9], [10])
  const [first] = candidatesFor(need('D03', { on: TODAY, visit_id: 'own', known_ids: ['蒲晓燕'] }), windowAt(at(9), 30), { ...STAFF, visits: [own] })
  expect(first).toMatchObject({ clinician: { name: '蒲晓燕' }, busy: undefined, day: [] })
})

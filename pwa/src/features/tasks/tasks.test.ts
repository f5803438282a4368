import { expect, test } from 'vitest'
import { momentAt } from '@/i18n/calendar'
import type { FollowUpBody, ResidentBody, VisitBody } from '../shared/documents'
import { byDay, firstAndRest, nextStop, segmentsOf, tasksOf, villagesOf, type Task } from './tasks'

const TODAY = '2026-11-24'
const ME = 'chen'
const RESIDENTS = new Map<string, ResidentBody>()

function resident(id: string, risk: ResidentBody['risk'], village = '石板桥'): string {
  RESIDENTS.set(id, { id, name: id, birth_on: '1950-03-12', risk, village } as ResidentBody)
  return id
}
resident('ding', 'high')
resident('ren', 'high', '黄桷村')
resident('yong', 'medium', '桂花坪')
resident('jing', 'low', '桂花坪')

function visit(id: string, resident_ids: string[], on: string, hour: number, more: Partial<VisitBody> = {}): VisitBody {
  const services = resident_ids.map((resident_id) => ({ id: `${id} ${resident_id}`, resident_id, item_code: 'D01', contract_id: null, outcome: 'planned', is_over_quota: false }))
  const planned_start_at = momentAt(on, hour)
  return { id, status: 'scheduled', resident_ids, services, clinician_ids: [ME], planned_start_at, started_at: null, order_no: null, village: null, ...more } as VisitBody
}
function due(id: string, resident_id: string, due_on: string, programme: FollowUpBody['programme'] = 'hypertension'): FollowUpBody {
  return { id, resident_id, programme, due_on, status: 'due', done_at: null }
}
function day(visits: VisitBody[], follow_ups: FollowUpBody[] = [], programmes = ['hypertension', 'diabetes'] as FollowUpBody['programme'][]): Record<'overdue' | 'today' | 'week', Task[]> {
  const tasks = tasksOf({ today: TODAY, clinician_id: ME, visits, follow_ups, residents: RESIDENTS, programmes: new Set(programmes) })
  return segmentsOf(tasks, TODAY)
}
const ids = (tasks: Task[]): string[] => tasks.map(({ id }) => id)

test('a day is in the order of the way, by its numbers, then by the clock', () => {
  const { today } = day([visit('c', ['yong'], TODAY, 9), visit('a', ['ding'], TODAY, 14, { order_no: 1 }), visit('b', ['ren'], TODAY, 8, { order_no: 2 })])
  expect(ids(today)).toEqual(['a', 'b', 'c'])
})

test('those at high risk stand first, the others keep the order of the way', () => {
  const { today } = day([visit('a', ['jing'], TODAY, 8), visit('b', ['ren'], TODAY, 9), visit('c', ['yong'], TODAY, 10), visit('d', ['ding'], TODAY, 11)])
  const { first, rest } = firstAndRest(today)
  expect([ids(first), ids(rest)]).toEqual([['b', 'd'], ['a', 'c']])
  expect(firstAndRest(first).first).toEqual([])
})

test('a visit takes along what is due, and says how late it is', () => {
  const { today, overdue } = day([visit('a', ['ding'], TODAY, 9)], [due('f', 'ding', '2026-11-18'), due('g', 'ding', '2026-11-20', 'diabetes')])
  expect(overdue).toEqual([])
  expect(today[0]).toMatchObject({ id: 'a', overdue_days: 6, follow_ups: [{ id: 'f' }, { id: 'g' }] })
})

test('a follow-up that is due later than the visit does not ride along', () => {
  expect(day([visit('a', ['ding'], TODAY, 9)], [due('f', 'ding', '2026-11-27')]).today[0]).toMatchObject({ follow_ups: [] })
})

test('due without a visit: one row a person, late ones by risk and then by days', () => {
  const { overdue, today, week } = day([], [
    due('f1', 'yong', '2026-11-10'), due('f2', 'ding', '2026-11-20'), due('f3', 'ding', '2026-11-12', 'diabetes'), due('f4', 'ren', '2026-11-22'),
    due('f5', 'jing', TODAY),
  ])
  expect(overdue.map(({ residents, overdue_days }) => [residents[0]!.id, overdue_days])).toEqual([['ding', 12], ['ren', 2], ['yong', 14]])
  expect(ids(today)).toEqual(['f5'])
  expect(ids(week)).toEqual(['f5'])
})

test('a colleague’s visit for it is enough; one for something else is not', () => {
  const colleague = { clinician_ids: ['pu'] }
  const other = visit('v', ['ding'], TODAY, 9, colleague)
  expect(day([other], [due('f', 'ding', TODAY)]).today).toHaveLength(1)
  const same = { ...other, services: [{ ...other.services[0]!, item_code: 'B01' }] }
  expect(day([same], [due('f', 'ding', TODAY)]).today).toEqual([])
})

test('who may not hold follow-ups sees those of the own visits only', () => {
  const { today } = day([visit('a', ['ding'], TODAY, 9)], [due('f', 'ding', TODAY), due('g', 'ren', TODAY)], [])
  expect(ids(today)).toEqual(['a'])
  expect(today[0]!.follow_ups).toHaveLength(1)
})

test('the week goes from today to Sunday, by days', () => {
  const { week } = day([visit('b', ['yong'], '2026-11-27', 9), visit('a', ['ding'], TODAY, 9), visit('sunday', ['jing'], '2026-11-29', 9), visit('next', ['ren'], '2026-11-30', 9)])
  expect(byDay(week).map(({ on, tasks }) => [on, ids(tasks)])).toEqual([[TODAY, ['a']], ['2026-11-27', ['b']], ['2026-11-29', ['sunday']]])
})

test('what was not done on its day is late; what is begun stays today’s work', () => {
  const { overdue, today } = day([visit('old', ['ding'], '2026-11-23', 9), visit('begun', ['ren'], '2026-11-23', 22, { status: 'in_progress' })])
  expect(ids(overdue)).toEqual(['old'])
  expect(ids(today)).toEqual(['begun'])
})

test('next stop: where one is, else where one goes, else the first; never a follow-up without a visit', () => {
  const first = visit('a', ['ding'], TODAY, 9)
  expect(nextStop(day([first, visit('b', ['ren'], TODAY, 10)]).today)?.id).toBe('a')
  expect(nextStop(day([first, visit('b', ['ren'], TODAY, 10, { status: 'en_route' })]).today)?.id).toBe('b')
  expect(nextStop(day([first, visit('b', ['ren'], TODAY, 10, { status: 'in_progress' })]).today)?.id).toBe('b')
  expect(nextStop(day([], [due('f', 'ding', TODAY)]).today)).toBeUndefined()
})

test('villages with what is to do in each, the fullest first', () => {
  const { today } = day([visit('a', ['yong'], TODAY, 9), visit('b', ['ren'], TODAY, 10), visit('c', ['jing'], TODAY, 11)])
  expect(villagesOf(today)).toEqual([{ village: '桂花坪', count: 2 }, { village: '黄桷村', count: 1 }])
})

test('who has signed and was not visited is a task by its day, unless somebody is going there or a follow-up is due', () => {
  const first_visits = new Map([['ding', '2026-11-20'], ['ren', '2026-11-26'], ['yong', '2026-11-25'], ['jing', '2026-12-09']])
  const tasks = tasksOf({ today: TODAY, clinician_id: ME, visits: [visit('a', ['yong'], TODAY, 9)], follow_ups: [], residents: RESIDENTS, programmes: new Set(), first_visits })
  const { overdue, week } = segmentsOf(tasks, TODAY)
  expect(overdue.map(({ residents, overdue_days }) => [residents[0]!.id, overdue_days])).toEqual([['ding', 4]])
  expect(ids(week)).toEqual(['a', 'first ren'])
})

// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { OutboxCommand } from '@/db/database'
import { changed, fieldsOf, groupsOf, kindsText, kindText, remedyOf, subjectOf } from './describe'

const command = (kind: string, entity_id: string, payload: object = {}): OutboxCommand => ({ kind, entity_id, payload, code: undefined }) as unknown as OutboxCommand

test('what waits is told by what it is about', () => {
  const groups = groupsOf([
    command('visits.check_in', 'v1'), command('visits.measure', 'v1', { resident_id: 'ding' }), command('followups.record', 'f1', { visit_id: 'v1' }),
    command('contracts.apply', 'c1', { resident_id: 'wang' }), command('contracts.sign', 'c1'),
  ])
  expect(groups.map(({ key, commands }) => [key, commands.length])).toEqual([['v1', 3], ['c1', 2]])
  expect(kindsText(groups[0]!.commands)).toBe('签到、量数、随访')
})

test('an unplanned visit knows its person though it is not on the server yet', () => {
  expect(subjectOf(command('visits.start_unplanned', 'new', { services: [{ resident_id: 'ding' }] }))).toEqual({ resident_id: 'ding', visit_id: 'new' })
})

test('a kind of a newer app is a record like any other', () => {
  expect(kindText('visits.fly')).toBe('一条记录')
})

test.each([
  ['visits.request', 'visits.refused.day_past', 'day'],
  ['visits.assign', 'visits.refused.day_past', 'plan'],
  ['visits.assign', 'visits.refused.wrong_status', null],
  ['visits.assign', 'core.busy', 'again'],
  ['contracts.sign', 'contracts.invalid.signature', 'sign'],
  ['contracts.sign', 'contracts.refused.wrong_status', null],
  ['visits.record_services', 'visits.refused.charged', 'services'],
  ['visits.record_services', 'visits.refused.cancelled', null],
  ['visits.record_services', 'sync.refused.depends_on_refused', 'again'],
  ['visits.confirm', 'visits.refused.wrong_code', 'code'],
  ['visits.locate', 'visits.refused.no_note', 'note'],
  ['visits.check_in', undefined, 'again'],
  ['visits.measure', 'visits.refused.impossible_value', 'fields'],
  ['visits.measure', 'visits.refused.wrong_status', null],
  ['visits.check_in', 'visits.refused.wrong_status', null],
  ['followups.record', 'core.invalid.fields', 'fields'],
])('%s refused with %s: %s', (kind, code, remedy) => {
  expect(remedyOf({ kind, code, payload: {} })).toBe(remedy)
})

test('what was written comes back as it was, and goes as it was changed', () => {
  const said = { resident_id: 'r', values: { systolic: 1380, diastolic: 82 }, note: '左手' }
  const fields = fieldsOf({ kind: 'visits.measure', payload: said })
  expect(fields.map(({ value }) => value)).toEqual(['1380', '82', '左手'])
  fields[0]!.value = '138'
  fields[2]!.value = ''
  expect(changed(said, fields)).toEqual({ resident_id: 'r', values: { systolic: 138, diastolic: 82 } })
  expect(said.values.systolic).toBe(1380)
})

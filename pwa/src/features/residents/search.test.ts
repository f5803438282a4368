import { expect, test } from 'vitest'
import type { FollowUpBody, ResidentBody } from '../shared/documents'
import { everybody, matching, villagesOf } from './search'

const person = (name: string, village: string, village_group: string, risk: ResidentBody['risk'], number = '08175550100', deceased_on: string | null = null): ResidentBody =>
  ({ id: name, name, village, village_group, risk, deceased_on, address_text: `柳溪镇${village}${village_group}7号`, phones: [{ number }] }) as unknown as ResidentBody
const DUE = [{ resident_id: '王玉兰', due_on: '2026-12-01' }, { resident_id: '王玉兰', due_on: '2026-11-20' }] as FollowUpBody[]
const ALL = everybody([
  person('王玉兰', '石板桥', '2组', 'low'), person('丁大川', '石板桥', '3组', 'high', '13990175523'), person('王德全', '黄桷村', '1组', 'medium'), person('任桂英', '石板桥', '1组', 'high'),
  person('李天贵', '石板桥', '1组', 'high', '', '2026-01-01'),
], DUE)
const names = (found: typeof ALL): string[] => found.map(({ resident }) => resident.name)

test('those at risk first, then as they live; nobody who has died', () => {
  expect(names(ALL)).toEqual(['任桂英', '丁大川', '王德全', '王玉兰'])
})

test('the follow-up that is due first counts', () => {
  expect(ALL.at(-1)!.due_on).toBe('2026-11-20')
})

test.each([
  ['a surname', '王', ['王德全', '王玉兰']],
  ['a surname in a village', '王 石板', ['王玉兰']],
  ['the middle of a name', '大川', ['丁大川']],
  ['a part of a number', '5523', ['丁大川']],
  ['nothing', '  ', ['任桂英', '丁大川', '王德全', '王玉兰']],
  ['nobody', '赵', []],
])('by %s', (_, typed, found) => {
  expect(names(matching(ALL, typed))).toEqual(found)
})

test('a village chosen narrows it, and knows its size', () => {
  expect(names(matching(ALL, '王', '黄桷村'))).toEqual(['王德全'])
  expect(villagesOf(ALL)).toEqual([{ village: '石板桥', count: 3 }, { village: '黄桷村', count: 1 }])
})

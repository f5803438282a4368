// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OutboxCommand } from '@/db/database'
import { readDocuments } from '@/db/documents'
import { momentAt, todayOn } from '@/i18n/calendar'
import { words } from '@/ui/testing'
import { send } from '@/sync'
import type { VisitBody } from '../shared/documents'
import { ME, openPage, phone, press, settled, type Phone } from '../shared/testing'
import { letGoOfPhoto } from '../visits/letGo'
import InboxPage from './InboxPage.vue'

const at = momentAt(todayOn(), 9)
const DING = { id: 'ding', name: '丁大川', sex: 'male', birth_on: '1950-03-12', phones: [], flags: [], allergies: [], conditions: [], care_team_id: 't1' }
const VISIT = { id: 'v1', team_id: 't1', status: 'scheduled', services: [], resident_ids: ['ding'], clinician_ids: [ME], planned_start_at: at, contact_attempts: [] }

let here: Phone
let shown: VueWrapper | undefined
beforeEach(async () => {
  here = await phone()
  vi.stubGlobal('scrollTo', () => undefined)
  await here.write('resident', [DING])
  await here.write('visit', [VISIT])
})
afterEach(() => shown?.unmount())

async function open(): Promise<VueWrapper> {
  const { page } = await openPage(InboxPage, '/inbox', '/inbox')
  shown = page
  await settled(page)
  return page
}
/** As the server has answered. */
async function answered(state: OutboxCommand['state'], code: string, detail: object = {}): Promise<void> {
  const [command] = await here.outbox()
  await here.db.put('outbox', { ...command!, state, code, detail } as OutboxCommand)
}

test('what waits says whose it is, and that it goes by itself', async () => {
  await send({ kind: 'visits.depart', entity_id: 'v1', payload: {} })
  await send({ kind: 'visits.check_in', entity_id: 'v1', payload: {} })
  const page = await open()
  expect(page.text()).toContain('等着上传2条')
  expect(words(page.get('.rows'))).toContain('丁大川')
})

test('a day that is past can be chosen anew; the old one goes with it', async () => {
  const payload = { services: [{ id: 'l1', resident_id: 'ding', item_code: 'B01' }], wish_on: '2020-01-01', wish_part: 'morning', source: 'phone_call' }
  await send({ kind: 'visits.request', entity_id: 'v2', payload })
  await answered('refused', 'visits.refused.day_past')
  const page = await open()
  expect(page.text()).toContain('要您看1条')
  await press(page, '换个日子')
  await press(page, /下午/)
  const [again, ...rest] = await here.outbox()
  expect(rest).toEqual([])
  expect(again).toMatchObject({ kind: 'visits.request', entity_id: 'v2', state: 'waiting', payload: { wish_part: 'afternoon', source: 'phone_call' } })
  expect((again!.payload as { wish_on: string }).wish_on >= todayOn()).toBe(true)
})

test('nothing is let go but by the person, and that can be taken back', async () => {
  await send({ kind: 'visits.cancel', entity_id: 'v1', payload: { reason_code: 'weather' } })
  await answered('refused', 'visits.refused.wrong_status', { status: 'cancelled', action: 'cancel' })
  const page = await open()
  expect(page.get('.attention').text()).toContain('丁大川')
  await press(page, '不要了')
  expect(page.find('.attention').exists()).toBe(true)
  await press(page, '不要了，我确认')
  expect(page.find('.attention').exists()).toBe(false)
  await press(page, '撤销')
  expect(page.find('.attention').exists()).toBe(true)
  expect(await here.outbox()).toHaveLength(1)
})

test('held work says that it counts, and later what was decided', async () => {
  await send({ kind: 'visits.check_out', entity_id: 'v1', payload: {} })
  await answered('held', 'sync.held.not_yours')
  const page = await open()
  expect(page.get('.attention').text()).toContain('记录收到了。您做的都算数，不用重做。')
  await here.write('command', [{ id: 'k1', kind: 'visits.check_out', entity_id: 'v1', status: 'filed', resident_ids: ['ding'], resident_names: ['丁大川'], decided_at: at, decided_by_name: '何秀兰', decision_note: null }])
  await vi.waitFor(() => expect(page.text()).toContain('组长已归档，算数（何秀兰）'))
})

test('a value that cannot be is changed where it was written, and goes again', async () => {
  await send({ kind: 'visits.measure', entity_id: 'v1', payload: { measurement_id: 'm1', resident_id: 'ding', kind: 'blood_pressure', values: { systolic: 1380, diastolic: 82 }, unit: 'mmHg' } })
  await answered('refused', 'visits.refused.impossible')
  const page = await open()
  await press(page, '改一改再交')
  const [systolic] = page.findAll('.attention input')
  expect((systolic!.element as HTMLInputElement).value).toBe('1380')
  await systolic!.setValue('138')
  await page.get('.attention form').trigger('submit')
  await vi.waitFor(async () => expect(await here.outbox()).toMatchObject([
    { state: 'waiting', replaces: expect.any(String), payload: { measurement_id: 'm1', values: { systolic: 138, diastolic: 82 } } },
  ]))
})

test('of two who decided one thing, the later reads who was first and what each said', async () => {
  await send({ kind: 'visits.decline', entity_id: 'v1', payload: { reason_code: 'no_capacity' } })
  await answered('refused', 'sync.refused.stale', { base_version: 1, version: 2, name: '杜海棠', kind: 'visits.accept', at })
  const page = await open()
  expect(page.get('.attention').text()).toContain('杜海棠先定了：接下。您定的是：没接。没有改动')
})

test('work for somebody who went to another team says where it goes', async () => {
  await here.write('notice', [{ id: 'n1', kind: 'residents', code: 'residents.notice.moved_away', values: { resident_name: '周桂兰', team_name: '梨园团队' }, url: '/residents/zhou', created_at: at, read_at: null }])
  await send({ kind: 'visits.check_in', entity_id: 'gone', payload: {} })
  await send({ kind: 'visits.measure', entity_id: 'gone', payload: { measurement_id: 'm1', resident_id: 'zhou', kind: 'pulse', values: { pulse: 70 }, unit: 'bpm' } })
  const page = await open()
  await vi.waitFor(() => expect(words(page.get('.rows'))).toContain('周桂兰已转出，待组长处理'))
  expect(page.text()).toContain('周桂兰转给了梨园团队，手机里的资料已收回。')
})

test('a notice is read when it is opened, and leads to what it is about', async () => {
  await here.write('notice', [{ id: 'n1', kind: 'visit', code: 'visits.notice.danger', values: { resident_name: '丁大川' }, url: '/residents/ding', created_at: at, read_at: null }])
  const { page, router } = await openPage(InboxPage, '/inbox', '/inbox')
  shown = page
  await settled(page)
  await page.get('.notices button').trigger('click')
  await settled(page)
  expect(await here.outbox()).toMatchObject([{ kind: 'notifications.read', entity_id: 'n1' }])
  expect(router.currentRoute.value.path).toBe('/residents/ding')
})

test.each([['doctor', 1], ['nurse', 0]])('an application waits for the answer of a %s: %i', async (profession, count) => {
  await here.write('clinician', [{ id: ME, name: '陈志远', profession, team_ids: ['t1'] }])
  await here.write('contract', [{ id: 'c1', resident_id: 'ding', team_id: 't1', status: 'pending_review', package_ids: [], starts_on: null, ends_on: null, applied_at: at }])
  const page = await open()
  expect(page.findAll('a[href="/contracts/c1"]')).toHaveLength(count)
})

test('of what was done only some goes again; what the refusal names is out from the start', async () => {
  const [pressure, sugar] = [{ id: 'l1', resident_id: 'ding', item_code: 'B01', outcome: 'done' }, { id: 'l2', resident_id: 'ding', item_code: 'D05', outcome: 'not_done' }]
  await here.write('service_item', [{ id: 'i1', code: 'B01', name: '量血压' }, { id: 'i2', code: 'D05', name: '测血糖' }])
  await send({ kind: 'visits.record_services', entity_id: 'v1', payload: { services: [pressure, sugar] } })
  await answered('refused', 'visits.refused.charged', { item: 'D05' })
  const page = await open()
  await press(page, '挑几样再交')
  await vi.waitFor(() => expect(words(page.get('.attention'))).toMatch(/量血压做了.*测血糖没做/))
  expect(page.findAll<HTMLInputElement>('.attention input').map(({ element }) => element.checked)).toEqual([true, false])
  await page.get('.attention form').trigger('submit')
  await vi.waitFor(async () => expect(await here.outbox()).toMatchObject([{ state: 'waiting', replaces: expect.any(String), payload: { services: [pressure] } }]))
})

test.each([
  ['visits.assign', 'v1', '去看板重新排', '/team?plan=v1'],
  ['contracts.sign', 'c1', '去重新签', '/contracts/c1'],
])('%s is done anew on its own page', async (kind, entity_id, name, href) => {
  await send({ kind, entity_id, payload: {} })
  await answered('refused', 'visits.refused.clinician_busy')
  const page = await open()
  const link = page.findAll('.attention a').find((one) => words(one) === name)
  expect(link?.attributes('href')).toBe(href)
})

test('a decision that came too late is sent again upon what the refusal has told', async () => {
  await send({ kind: 'visits.cancel', entity_id: 'v1', payload: { reason_code: 'weather' }, base_version: 1 })
  await answered('refused', 'sync.refused.stale', { base_version: 1, version: 5 })
  const page = await open()
  await press(page, '再交一次')
  expect(await here.outbox()).toMatchObject([{ state: 'waiting', base_version: 5 }])
})

const REFUSED = {
  sha256: 'a', type: 'image/jpeg', visit_id: 'v1', kept_at: Date.parse(at), is_handed_in: true, membership_id: 'membership', problem_code: 'attachments.invalid.type', data: new ArrayBuffer(2),
}

test('a photo that the server will not have says whose, why, and can be tried again', async () => {
  await here.db.put('attachments', REFUSED)
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }))
  const page = await open()
  await vi.waitFor(() => expect(words(page.get('.attention'))).toContain('丁大川：照片没传成'))
  expect(page.text()).toContain('要您看1条')
  expect(page.text()).toContain('服务器打不开这张照片')
  await press(page, '再传一次')
  await settled(page)
  expect(page.text()).not.toContain('照片没传成')
  expect((await here.db.get('attachments', 'a'))?.problem_code).toBeUndefined()
})

test('a photo let go of leaves the phone and its visit; where its name is with the leader it follows that', async () => {
  const photo = { sha256: 'a', resident_id: 'ding', kind: 'care', taken_at: at, is_here: false }
  await here.write('visit', [{ ...VISIT, photos: [photo, { ...photo, sha256: 'b', is_here: true }] }])
  await here.db.put('attachments', REFUSED)
  await letGoOfPhoto({ sha256: 'a', visit_id: 'v1', is_listed: true })
  expect(await here.outbox()).toMatchObject([{ kind: 'visits.drop_photo', entity_id: 'v1', payload: { sha256: 'a' }, depends_on: [] }])
  expect(await here.db.getAll('attachments')).toEqual([])
  expect((await readDocuments(here.db).get<VisitBody>('visit', 'v1'))?.body.photos?.map(({ sha256 }) => sha256)).toEqual(['b'])

  await send({ kind: 'visits.add_photo', entity_id: 'v1', payload: { sha256: 'c', resident_id: 'ding', kind: 'care' } })
  const named = (await here.outbox()).at(-1)!
  await here.db.put('outbox', { ...named, state: 'held', code: 'sync.held.not_yours' } as never)
  await letGoOfPhoto({ sha256: 'c', visit_id: 'v1', is_listed: false })
  expect((await here.outbox()).at(-1)).toMatchObject({ kind: 'visits.drop_photo', depends_on: [named.id] })
})

test('a voice that the server will not have is no picture, and is not to be let go lightly', async () => {
  await here.write('contract', [{ id: 'c9', resident_id: 'r1', team_id: 't1', status: 'active' }])
  await here.db.put('attachments', {
    sha256: 'b', type: 'audio/webm', visit_id: 'c9', kept_at: Date.parse(at), is_handed_in: true, membership_id: 'membership', problem_code: 'attachments.invalid.too_large', data: new ArrayBuffer(2),
  })
  const page = await open()
  await vi.waitFor(() => expect(words(page.get('.attention'))).toContain('录音没传成'))
  expect(page.get('.attention').text()).toContain('这是签约的凭据，先别丢')
  expect(page.find('.attention img').exists()).toBe(false)
})

test('whoever left a team reads that its records were taken off the phone, until he has read it', async () => {
  await here.write('team', [{ id: 't2', name: '梨园团队' }], 'county')
  await here.db.put('meta', [{ bucket: 'team:t2', reason: 'left', at }], 'drops')
  const page = await open()
  expect(page.text()).toContain('您不在梨园团队了，那个团队的资料拿掉了')
  await press(page, '知道了')
  await settled(page)
  expect(page.text()).not.toContain('拿掉了')
})

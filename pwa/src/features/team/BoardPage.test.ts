// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { mountPart, words } from '@/ui/testing'
import { toast, UNDO_MS } from '@/ui/toast'
import BoardPage from './BoardPage.vue'
import './HeldSheet.vue'
import { LeadersPhone } from './leading'
import './PlanSheet.vue'
import './ReasonSheet.vue'
import './ReviewSheet.vue'
import './RoadColumn.vue'
import { at, check, contract, line, NOW, planned, visit } from './sample'

const TOMORROW = '2026-11-25'
let phone: LeadersPhone
let board: VueWrapper

beforeEach(async () => {
  phone = await LeadersPhone.ready()
  await phone.putResident('r', '杜玉芳')
})
afterEach(async () => {
  board.unmount()
  await phone.gone()
})

async function open(): Promise<void> {
  board = mountPart(BoardPage)
  await vi.waitFor(() => expect(board.find('.team-board').exists()).toBe(true))
}
const section = (id: string) => board.get(`#team-${id}`)
const reads = (id: string, text: string) => vi.waitFor(() => expect(words(section(id))).toContain(text))
const sheet = () => document.querySelector('.sheet')
const sheetReads = (text: string) => vi.waitFor(() => expect(sheet()?.textContent ?? '').toContain(text))
function tap(label: string): void {
  const button = [...document.querySelectorAll<HTMLElement>('.sheet button, .sheet label')].find(({ textContent }) => textContent?.trim().startsWith(label))
  expect(button, label).toBeDefined()
  button!.click()
}
async function openRow(id: string, text: string): Promise<void> {
  await section(id).get('.board-row button').trigger('click')
  await sheetReads(text)
}
const request = visit('v', { status: 'requested', services: [line('r', 'D01')], wish_on: TOMORROW, wish_part: 'morning', requested_at: at(9, 56), village: '黄桷村' })

test('a request is taken and planned with two taps, and shows at once', async () => {
  await phone.put('visit', request)
  await open()
  await reads('requests', '等回话 1最早的等了50分钟杜玉芳 84岁，黄桷村量血压、看情况明天上午')
  await openRow('requests', '请蒲晓燕上午8点去')
  tap('请蒲晓燕')
  await reads('requests', '等回话 0都回过话了')
  await vi.waitFor(async () => expect(await phone.outbox()).toHaveLength(2))
  const [accept, assign] = await phone.outbox()
  expect([accept!.kind, accept!.base_version]).toEqual(['visits.accept', 3])
  expect([assign!.kind, assign!.depends_on]).toEqual(['visits.assign', [accept!.id]])
  expect(assign!.payload).toEqual({ clinician_ids: ['蒲晓燕'], planned_start_at: at(8, 0, TOMORROW), planned_end_at: at(8, 30, TOMORROW) })
})

test('for ten seconds nothing has left the phone, and it can be taken back', async () => {
  await phone.put('visit', request)
  await open()
  await openRow('requests', '请蒲晓燕')
  tap('请蒲晓燕')
  await reads('requests', '等回话 0')
  await vi.waitFor(async () => expect((await phone.outbox()).map(({ not_before }) => not_before! >= NOW + UNDO_MS)).toEqual([true, true]))
  await vi.waitFor(() => expect(toast.value?.undo).toBeDefined())
  toast.value!.undo!()
  await reads('requests', '等回话 1')
  expect(await phone.outbox()).toEqual([])
})

test('a request is turned down with three taps', async () => {
  await phone.put('visit', request)
  await open()
  await openRow('requests', '这次接不了')
  tap('这次接不了')
  await sheetReads('这几天排不开')
  tap('这几天排不开')
  await reads('requests', '等回话 0')
  expect(await phone.outbox()).toMatchObject([{ kind: 'visits.decline', payload: { reason_code: 'no_capacity' } }])
})

test('another reason asks for a word first', async () => {
  await phone.put('visit', request)
  await open()
  await openRow('requests', '这次接不了')
  tap('这次接不了')
  await sheetReads('别的原因')
  tap('别的原因')
  await sheetReads('写一句是什么情况')
  const field = document.querySelector<HTMLTextAreaElement>('.sheet textarea')!
  field.value = '老人搬到女儿家了'
  field.dispatchEvent(new Event('input'))
  await vi.waitFor(() => expect(document.querySelector<HTMLButtonElement>('.sheet .btn-main')!.disabled).toBe(false))
  tap('就这样回')
  await vi.waitFor(async () => expect(await phone.outbox()).toMatchObject([{ payload: { reason_code: 'other', note: '老人搬到女儿家了' } }]))
})

test('where two are needed two are proposed, and one alone is not enough', async () => {
  await phone.put('visit', visit('v', { status: 'accepted', services: [line('r', 'C07')], wish_on: TOMORROW }))
  await open()
  await reads('unplanned', '没排人 1杜玉芳 84岁')
  await openRow('unplanned', '谁去？要2个人')
  const chosen = () => [...document.querySelectorAll<HTMLInputElement>('.sheet input[type=checkbox]')].filter(({ checked }) => checked)
  expect(chosen()).toHaveLength(2)
  chosen()[1]!.click()
  await sheetReads('这一家要去2个人，再排一位。')
  expect(document.querySelector<HTMLButtonElement>('.sheet .btn-main')!.disabled).toBe(true)
})

test('to a home where nobody has been two are proposed; one alone goes on video', async () => {
  await phone.put('visit', { ...request, is_first_visit: true })
  await open()
  await reads('requests', '杜玉芳')
  await openRow('requests', '谁去？要2个人')
  const chosen = () => [...document.querySelectorAll<HTMLInputElement>('.sheet input[type=checkbox]')].filter(({ checked }) => checked)
  expect(chosen()).toHaveLength(2)
  chosen()[1]!.click()
  await sheetReads('头一回上这家的门，要去2个人，或者一直开着视频。')
  tap('一个人去，路上和家里一直跟卫生院开着视频')
  await vi.waitFor(() => expect(document.querySelector<HTMLButtonElement>('.sheet .btn-main')!.disabled).toBe(false))
  tap('请')
  await reads('requests', '等回话 0')
  await vi.waitFor(async () => expect(await phone.outbox()).toHaveLength(2))
  const [, assign] = await phone.outbox()
  expect(assign!.payload).toMatchObject({ clinician_ids: [expect.any(String)], has_video_link: true })
})

test('a plan that was refused opens its visit, to be planned anew', async () => {
  await phone.put('visit', visit('v', { status: 'accepted', services: [line('r', 'D01')], wish_on: TOMORROW }))
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:page(.*)', component: { template: '' } }] })
  await router.push('/team?plan=v')
  board = mount(BoardPage, { attachTo: document.body, global: { plugins: [router] } })
  await sheetReads('杜玉芳')
  expect(router.currentRoute.value.fullPath).toBe('/team')
})

test('somebody whom nobody has been to is asked for and planned in one', async () => {
  const entitlement = { id: 'e', item_code: 'B01', period_start_on: '2026-07-29', period_end_on: '2027-07-28', quota: 4, reserved: 0, consumed: 0, left: 4 }
  await phone.put('contract', contract('r', '2026-07-29', { entitlements: [entitlement] }))
  await phone.put('finding', { id: 'n', code: 'sns_1', severity: 'red', resident_id: 'r', contract_id: 'c-r', since_on: '2026-10-27', detail: { starts_on: '2026-07-29' } })
  await open()
  await reads('quiet', '好久没去 1杜玉芳 84岁，黄桷村签了118天，一次没去')
  await openRow('quiet', '高血压随访')
  await sheetReads('请')
  document.querySelector<HTMLButtonElement>('.sheet .btn-main')!.click()
  await reads('quiet', '好久没去 0')
  await vi.waitFor(async () => expect(await phone.outbox()).toHaveLength(2))
  const [asked, assign] = await phone.outbox()
  expect(asked).toMatchObject({ kind: 'visits.request', payload: { source: 'staff', wish_on: TOMORROW, services: [{ resident_id: 'r', item_code: 'B01' }] } })
  expect([assign!.kind, assign!.entity_id, assign!.depends_on]).toEqual(['visits.assign', asked!.entity_id, [asked!.id]])
})

const outside = visit('v', {
  status: 'completed', services: [line('r', 'D01', 'done')], clinician_ids: ['蒲晓燕'], started_at: at(9, 20), ended_at: at(9, 47),
  check_in: check({ verdict: 'outside', distance_metres: 430, accuracy_metres: 35, reason_code: 'elder_elsewhere', action_code: 'serve_here_with_photo', occurred_at: at(9, 20) }),
  check_out: check({ occurred_at: at(9, 47) }), review: { status: 'pending', reason: 'outside', reasons: ['outside'], note: null },
})

test('a visit outside is looked at and counts', async () => {
  await phone.put('visit', outside)
  await open()
  await reads('reviews', '离家430米原因：老人不在家，约在别处见面')
  await openRow('reviews', '9:20签到')
  await sheetReads('27分钟')
  tap('属实，算数')
  await reads('reviews', '要核实 0')
  expect(await phone.outbox()).toMatchObject([{ kind: 'visits.review', base_version: 3, payload: { decision: 'approve' } }])
})

test('the photos of the visit stand on the sheet, each fetched when the leader wants to see it', async () => {
  const photo = { sha256: 'a'.repeat(64), resident_id: 'r', kind: 'place', taken_at: at(9, 25), is_here: true }
  await phone.put('visit', { ...outside, photos: [photo, { ...photo, sha256: 'b'.repeat(64), is_here: false }] })
  await open()
  await openRow('reviews', '9:20签到')
  await sheetReads('现场照片，9:25拍的')
  await sheetReads('还没传到')
  const asked = phone.server.calls.length
  tap('看照片')
  await vi.waitFor(() => expect(phone.server.calls.slice(asked)).toContain(`/api/v1/attachments/${photo.sha256}`))
})

test('it is given back with words, never without', async () => {
  await phone.put('visit', outside)
  await open()
  await openRow('reviews', '退回去补')
  tap('退回去补')
  await sheetReads('要补什么？')
  const give = () => document.querySelector<HTMLButtonElement>('.sheet .btn-main')!
  expect(give().disabled).toBe(true)
  tap('说清楚为什么不在家')
  await vi.waitFor(() => expect(give().disabled).toBe(false))
  give().click()
  await reads('reviews', '要核实 0')
  expect(await phone.outbox()).toMatchObject([{ payload: { decision: 'return', note: '说清楚为什么不在家' } }])
})

test('a visit that lacks one of the six elements cannot be approved', async () => {
  await phone.put('visit', { ...outside, check_out: null, review: null })
  await open()
  await reads('reviews', '还差：在哪里、几点到、几点走')
  await openRow('reviews', '还差')
  expect(sheet()!.textContent).not.toContain('属实，算数')
})

const held = (id: string, kind: string, minute: number, code: string) =>
  ({ id, kind, entity_id: 'v', occurred_at: at(9, minute), code, status: 'open' as const, account_name: '蒲晓燕', resident_ids: ['r'], resident_names: ['杜玉芳'], team_ids: ['team'], from_team_id: 'team', depends_on: [] })

test('held work is filed as one, in the order of doing', async () => {
  await phone.put('held_command', held('h2', 'visits.measure', 20, 'sync.held.depends_on_held'), held('h1', 'visits.check_in', 10, 'visits.refused.reassigned'))
  await open()
  await reads('held', '要您定 1杜玉芳 今天，蒲晓燕做完了才知道，这家已经排给别人了。签到、测量')
  await openRow('held', '9:20')
  tap('归档')
  await vi.waitFor(() => expect(phone.asked.map(({ path }) => path)).toEqual(['/api/v1/sync/held/h1/file', '/api/v1/sync/held/h2/file']))
})

test('work for somebody who went to another team is filed, moved or voided, each in a sentence', async () => {
  await phone.put('team', { id: 'liyuan', name: '梨园团队', organization_id: 'centre', phone: '', leader_id: 'x', member_ids: [], service_area: [], is_active: true })
  await phone.put('held_command', { ...held('h1', 'visits.check_in', 10, 'visits.refused.wrong_team'), resident_ids: ['gone'], team_ids: ['liyuan', 'team'] })
  await open()
  await reads('held', '要您定 1杜玉芳')
  await openRow('held', '归别的团队')
  await sheetReads('算第二团队做的')
  expect(sheet()!.textContent).toContain('谁的也不算。写一句为什么，会告诉蒲晓燕。')
  tap('转给梨园团队')
  await vi.waitFor(() => expect(phone.asked).toEqual([{ path: '/api/v1/sync/held/h1/move', body: { note: null } }]))
})

test('what another leader has decided says who it was', async () => {
  await phone.put('held_command', held('h1', 'visits.check_in', 10, 'visits.refused.reassigned'))
  phone.refusal = { code: 'sync.refused.decided', detail: { name: '何秀兰', status: 'moved' } }
  await open()
  await openRow('held', '9:10')
  tap('归档')
  await sheetReads('这一条何秀兰已经定过了：转给新团队')
})

test('held work that does not count needs a reason, which goes along', async () => {
  await phone.put('held_command', held('h1', 'visits.check_in', 10, 'visits.refused.wrong_team'))
  await open()
  await openRow('held', '归别的团队')
  tap('不算')
  await sheetReads('重复记了')
  tap('重复记了')
  await vi.waitFor(() => expect(document.querySelector<HTMLButtonElement>('.sheet .btn-main')!.disabled).toBe(false))
  document.querySelector<HTMLButtonElement>('.sheet .btn-main')!.click()
  await vi.waitFor(() => expect(phone.asked).toEqual([{ path: '/api/v1/sync/held/h1/void', body: { note: '重复记了' } }]))
})

test('without signal it says so, and keeps the work', async () => {
  await phone.put('held_command', held('h1', 'visits.check_in', 10, 'visits.refused.cancelled'))
  await open()
  await openRow('held', '已经取消了')
  phone.server.is_offline = true
  tap('归档')
  await sheetReads('没信号，这一件等有信号再定')
  expect(words(section('held'))).toContain('要您定 1')
})

test('who is where, how much is left, and whom to ask after', async () => {
  await phone.put('visit',
    planned('a', ['蒲晓燕'], [8], [8, 30], { status: 'completed', services: [line('r', 'D01', 'done')], started_at: at(8), ended_at: at(8, 30) }),
    planned('b', ['蒲晓燕'], [9, 30], [10], { status: 'in_progress', services: [line('r', 'D01')], started_at: at(9, 35) }),
    planned('c', ['蒲晓燕'], [14], [15], { services: [line('r', 'D01')] }))
  await open()
  await reads('road', '今天在路上3站，走完1站')
  await reads('road', '蒲晓燕护士，现在杜玉芳家，还有1站')
  await reads('road', '过点46分钟还没签退，问一声')
})

test('a day that is full stays full, also for whoever goes there now', async () => {
  const stops = Array.from({ length: 6 }, (_, n) => planned(`s${n}`, ['蒲晓燕'], [12 + n], [12 + n, 30], { services: [line('r', 'D01')] }))
  const late = planned('v', ['蒲晓燕'], [11], [11, 30], { services: [line('r', 'D03')], planned_start_at: at(11, 0, '2026-11-23'), planned_end_at: at(11, 30, '2026-11-23') })
  await phone.put('visit', ...stops, late)
  await open()
  await reads('unplanned', '没排人 1杜玉芳 84岁，石板桥伤口换药原定昨天，没去成')
  await openRow('unplanned', '哪天去？')
  document.querySelector<HTMLButtonElement>('.sheet .chip')!.click()
  await sheetReads('那天排满6家了')
  expect(document.querySelector<HTMLButtonElement>('.sheet .btn-main')!.disabled).toBe(true)
})

// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { momentAt, todayOn } from '@/i18n/calendar'
import { ME, named, openPage, phone, press, settled, type Phone } from '../shared/testing'
import { microphone } from './fakeRecorder'
import ContractPage from './ContractPage.vue'
import SignPage from './SignPage.vue'

const DING = {
  id: 'ding', name: '丁大川', sex: 'male', birth_on: '1950-03-12', phones: [], address_text: '石板桥3组12号', village: '石板桥', village_group: '3组', latitude: null, longitude: null,
  flags: [], allergies: [], conditions: [], risk: 'low', care_team_id: 't1', identity_level: 3, elder_home_id: null,
}
const TEAM = { id: 't1', name: '一队', organization_id: 'o1', phone: '', leader_id: null, member_ids: [ME], service_area: [], is_active: true }
const PACKAGE = {
  id: 'p1', code: 'P1', version: 1, tier: 'basic', line: 'all', name: '全人群基础包', name_en: 'Basic', status: 'published', target: [{}], lines: [{ item_code: 'B01', quota: 4 }], contains: [],
  excludes: [], total_fen: 0, payer_split: {}, is_example_price: false,
}
const TERMS = { years_default: 1, starts_after_days: 1, cooling_off_days: 7, identity_level_min: 2, renewal_opens_days: 60, consents_needed: ['C1', 'C2'] }
const ASKED = {
  id: 'c1', resident_id: 'ding', team_id: 't1', organization_id: 'o1', status: 'pending_review', package_ids: ['p1'], years: 1, starts_on: null, ends_on: null, applied_at: momentAt(todayOn(), 8),
  renews_id: null, entitlements: [], version: 2,
}

const SHA256 = /^[0-9a-f]{64}$/
const WAYS = { recording_methods: ['fingerprint'], recording_seconds_min: 2, recording_seconds_max: 60, own_income_from_age: 16 }

let here: Phone
let shown: VueWrapper | undefined
beforeAll(async () => {
  await Promise.all([import('./RejectSheet.vue'), import('./PaperSheet.vue'), import('./GuardianSheet.vue')])
}, 120_000)
beforeEach(async () => {
  here = await phone()
  vi.stubGlobal('scrollTo', () => undefined)
  await here.write('rule_table', [{ id: 'terms', name: 'contract_terms', version: 1, effective_from: '2020-01-01', values: TERMS }, { id: 'ways', name: 'contract_signing', version: 1, effective_from: '2020-01-01', values: WAYS }], 'county')
  await here.write('team', [TEAM], 'county')
  await here.write('package', [PACKAGE], 'county')
  await here.write('service_item', [{ id: 'i1', code: 'B01', category: 'B', name: '高血压随访', name_en: 'Follow-up', roles: ['doctor'], places: ['home'], minutes: 20, needs_two: false }], 'county')
  await here.write('resident', [DING])
  await as('doctor')
})
afterEach(() => shown?.unmount())

const as = (profession: string): Promise<void> => here.write('clinician', [{ id: ME, name: '陈志远', profession, team_ids: ['t1'] }], 'county')
const sent = async () => (await here.outbox()).map(({ kind, payload, depends_on, id }) => ({ kind, payload: payload as Record<string, unknown>, depends_on, id }))

async function application(): Promise<VueWrapper> {
  await here.write('contract', [ASKED])
  const { page } = await openPage(ContractPage, '/contracts/:contract_id', '/contracts/c1')
  shown = page
  await settled(page)
  return page
}
async function table(): Promise<VueWrapper> {
  const { page } = await openPage(SignPage, '/residents/:resident_id/sign', '/residents/ding/sign')
  shown = page
  await settled(page)
  return page
}
/** What a browser has and this page's does not: it decodes a picture and draws it smaller. */
function camera(): void {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:page', revokeObjectURL: () => undefined }))
  Object.defineProperties(HTMLImageElement.prototype, { decode: { value: () => Promise.resolve(), configurable: true }, naturalWidth: { value: 40, configurable: true }, naturalHeight: { value: 30, configurable: true } })
  Object.defineProperties(HTMLCanvasElement.prototype, {
    getContext: { value: () => ({ fillRect: () => undefined, drawImage: () => undefined }), configurable: true },
    toBlob: { value: (take: (made: Blob) => void) => take(new Blob(['page'], { type: 'image/jpeg' })), configurable: true },
  })
}
/** The elder says the sentence after the nurse: three seconds. */
async function say(page: VueWrapper): Promise<void> {
  microphone()
  expect(page.get('dialog[open] .record-words').text()).toBe('我叫丁大川。协议念给我听了，签的是全人群基础包，自己不用出钱，我愿意签，手印是我自己按的。')
  await press(page, '开始录音')
  await settled(page)
  const now = performance.now()
  vi.spyOn(performance, 'now').mockReturnValue(now + 3000)
  await press(page, '停止')
  vi.mocked(performance.now).mockRestore()
  await vi.waitFor(() => expect(page.find('dialog[open] audio').exists()).toBe(true))
}
/** Ticks every consent; the elder puts a finger-print on paper, somebody sees it, and it is photographed. */
async function signOnPaper(page: VueWrapper, witness = '何秀兰'): Promise<void> {
  camera()
  for (const box of page.findAll('input[type="checkbox"]')) await box.setValue(true)
  await press(page, '不会写字')
  await vi.waitFor(() => expect(page.find('dialog[open] input').exists()).toBe(true))
  await page.get('dialog[open] input[value="fingerprint"]').setValue()
  await page.get('dialog[open] input[maxlength]').setValue(witness)
  await page.get('dialog[open] input[type="checkbox"]').setValue(true)
  await say(page)
  const input = page.get('dialog[open] input[type="file"]')
  Object.defineProperty(input.element, 'files', { value: [new File(['page'], 'page.jpg', { type: 'image/jpeg' })], configurable: true })
  await input.trigger('change')
  await vi.waitFor(() => expect(page.find('dialog[open] .paper-picture').exists()).toBe(true))
  await press(page, '就这样签')
}

test('taken on with one tap; then the signature is what comes next', async () => {
  const page = await application()
  expect(page.text()).toContain('全人群基础包')
  await press(page, '接下，我们来管')
  expect(await here.outbox()).toMatchObject([{ kind: 'contracts.review', entity_id: 'c1', payload: { decision: 'accept' }, base_version: 2 }])
  await vi.waitFor(() => expect(named(page, '请丁大川签字').attributes('href')).toBe('/residents/ding/sign'))
})

test('not taken on needs a reason, and a tap on one is enough', async () => {
  const page = await application()
  await press(page, '这次不接')
  await press(page, '团队现在管满了')
  expect((await sent())[0]!.payload).toEqual({ decision: 'reject', reason_code: 'full', note: '团队现在管满了' })
  await vi.waitFor(() => expect(page.text()).toContain('团队没接'))
})

test('a nurse sees it, and leaves the answer to others', async () => {
  await as('nurse')
  const page = await application()
  expect(page.text()).toContain('等团队看')
  expect(page.text()).not.toContain('接下')
})

test('somebody whom the team does not know yet can be taken on too', async () => {
  await here.write('contract', [{ ...ASKED, resident_id: 'stranger' }])
  const { page } = await openPage(ContractPage, '/contracts/:contract_id', '/contracts/c1')
  shown = page
  await settled(page)
  expect(page.get('h1').text()).toBe('一位新居民')
  await press(page, '接下，我们来管')
  expect(await here.outbox()).toHaveLength(1)
})

test('at the kitchen table: from the wish to the signature in a row, each after the one before', async () => {
  const page = await table()
  await press(page, /^全人群基础包/)
  expect(page.get('h1').text()).toBeTruthy()
  expect(page.get('.clauses').text()).toContain('量血压、问一问4次')
  await press(page, '愿意，签好了')
  expect(await sent()).toEqual([])
  expect(page.get('[role="alert"]').text()).toBe('上面有一样还没点头')
  await signOnPaper(page)
  await press(page, '愿意，签好了')
  const all = await sent()
  expect(all.map(({ kind }) => kind)).toEqual(['contracts.apply', 'contracts.submit', 'contracts.review', 'contracts.sign'])
  expect(all.slice(1).map(({ depends_on }) => depends_on)).toEqual(all.slice(0, -1).map(({ id }) => [id]))
  expect(all[3]!.payload).toEqual({ method: 'fingerprint', witness_name: '何秀兰', was_heard: true, photo_sha256: expect.stringMatching(SHA256), recording_sha256: expect.stringMatching(SHA256) })
})

test('a nurse hands it to the leader', async () => {
  await as('nurse')
  const page = await table()
  await press(page, /^全人群基础包/)
  for (const box of page.findAll('input[type="checkbox"]')) await box.setValue(true)
  await press(page, '愿意，报给组长')
  expect((await sent()).map(({ kind }) => kind)).toEqual(['contracts.apply', 'contracts.submit'])
})

test.each([
  ['draft', ['contracts.submit', 'contracts.review', 'contracts.sign']],
  ['pending_review', ['contracts.review', 'contracts.sign']],
  ['pending_sign', ['contracts.sign']],
])('one that is %s goes on from there', async (status, kinds) => {
  await here.write('contract', [{ ...ASKED, status }])
  const page = await table()
  await signOnPaper(page)
  await press(page, '愿意，签好了')
  expect((await sent()).map(({ kind }) => kind)).toEqual(kinds)
})

test('a finger-print is not witnessed by whoever holds the phone, nor by the elder', async () => {
  await here.write('contract', [{ ...ASKED, status: 'pending_sign' }])
  const page = await table()
  await press(page, '不会写字')
  await vi.waitFor(() => expect(page.find('dialog[open] input').exists()).toBe(true))
  await page.get('dialog[open] input[value="fingerprint"]').setValue()
  for (const name of ['陈志远', '丁大川']) {
    await page.get('dialog[open] input[maxlength]').setValue(name)
    expect(page.get('dialog[open] [role="alert"]').text()).toContain('作证的要是另外一个人')
  }
})

test('a child of ten is asked, and a guardian signs', async () => {
  await here.write('resident', [{ ...DING, birth_on: `${Number(todayOn().slice(0, 4)) - 10}-01-01` }])
  await here.write('rule_table', [
    { id: 'ages', name: 'proxies', version: 1, effective_from: '2020-01-01', values: { adult_age: 18, no_capacity_below_age: 8 } },
  ], 'county')
  await here.write('contract', [{ ...ASKED, status: 'pending_sign' }])
  const page = await table()
  await signOnPaper(page)
  await press(page, '愿意，签好了')
  expect(page.get('.bottom-action [role="alert"]').text()).toContain('请爸爸妈妈或别的监护人来签')
  await press(page, /^还没成年/)
  await vi.waitFor(() => expect(page.find('dialog[open] textarea').exists()).toBe(true))
  await page.get('dialog[open] input[maxlength]').setValue('王燕')
  await page.get('dialog[open] input[value="parent"]').setValue()
  await page.get('dialog[open] textarea').setValue('愿意')
  await press(page, '请他来签')
  await press(page, '愿意，签好了')
  expect((await sent())[0]!.payload).toMatchObject({ signer: 'guardian', signer_name: '王燕', guardian_basis: 'parent', ward_view: '愿意' })
})

// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { json, problem } from '@/api/fakeIdentity'
import { eraseDevice } from '@/api/account'
import { session, type Membership } from '@/api/session'
import { setLanguage } from '@/i18n'
import { isElder } from '@/ui/elder'
import { words } from '@/ui/testing'
import { routes } from './routes'
import { forgetAnswers } from './signing'
import SigninPage from './SigninPage.vue'

const DU: Membership = { id: 'm-du', county_id: 1, role: 'resident', subject_id: 'du', name: '杜玉芳' }
const QING: Membership = { id: 'm-qing', county_id: 1, role: 'resident', subject_id: 'qing', name: '青永福' }
const HE: Membership = { id: 'm-he', county_id: 1, role: 'resident', subject_id: 'he', name: '何素芬' }
const NURSE: Membership = { id: 'm-nurse', county_id: 1, role: 'clinician', subject_id: 'nurse', name: '蒲晓燕' }

let memberships: Membership[]
/** What the server asks for besides a code that is right. */
let answer: (asked: Record<string, unknown>) => Response | undefined
let is_demo: boolean
let sent_to: string[]
let asked_for: string[]
let router: Router
let page: VueWrapper

beforeEach(() => {
  localStorage.clear()
  forgetAnswers()
  memberships = [DU]
  answer = () => undefined
  is_demo = false
  sent_to = []
  asked_for = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url)
    asked_for.push(pathname)
    const asked = request.method === 'POST' ? ((await request.json().catch(() => ({}))) as Record<string, unknown>) : {}
    if (pathname === '/api/v1/demo/accounts') return is_demo ? json([{ role: 'resident', name: '杜玉芳', phone: '15408171016', realm: 'family', county_id: 1 }]) : problem(404, 'core.not_found')
    if (pathname === '/api/v1/auth/otp') {
      sent_to.push(String(asked.phone))
      return json({ expires_at: new Date(Date.now() + 600_000).toISOString(), ...(is_demo ? { demo_code: '246810' } : {}) })
    }
    if (pathname === '/api/v1/auth/logout') return new Response(null, { status: 204 })
    if (asked.code !== '246810' && asked.password !== 'right') return problem(401, 'identity.refused.wrong_code')
    return answer(asked) ?? json({ access_token: 't', expires_in: 900, scope: 'full', account_id: 'a', name: memberships[0]!.name, membership_id: memberships[0]!.id, memberships })
  })
})
afterEach(async () => {
  page.unmount()
  await setLanguage('zh-CN')
  await eraseDevice()
  vi.unstubAllGlobals()
})

async function open(path = '/signin') {
  const home = { template: '<p>home</p>' }
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: routes[0]!.path, name: 'signin', component: SigninPage }, { path: '/:page(.*)', component: home }] })
  await router.push(path)
  page = mount({ template: '<RouterView />' }, { attachTo: document.body, global: { plugins: [router] } })
}
/** What the server and the database answer comes by and by. */
const soon = (check: () => void) => vi.waitFor(check)
const asks = (title: string) => soon(() => expect(words(page.get('h1'))).toBe(title))
const complains = (text: string) => soon(() => expect(words(page.get('[role=alert]'))).toBe(text))
const isAt = (path: string) => soon(() => expect(router.currentRoute.value.path).toBe(path))

async function tap(label: string) {
  const found = await vi.waitFor(() => {
    const one = page.findAll('a, button:not([disabled])').find((each) => words(each).includes(label))
    if (!one) throw new Error(`no ${label} in ${words(page)}`)
    return one
  })
  await found.trigger('click')
}
async function fill(label: string, value: string) {
  const input = await vi.waitFor(() => page.get(`#${page.findAll('label').find((one) => words(one) === label)!.attributes('for')}`))
  await input.setValue(value)
}
async function asFamily(code = '246810') {
  await open()
  await tap('我是老人、家人')
  await fill('手机号', '154 0817 1016')
  await tap('发6个数字给我')
  await fill('6个数字', code)
  await tap('进去')
}

test('the first screen lets one read larger and in another language', async () => {
  await open()
  await tap('换成长辈版')
  expect(isElder.value).toBe(true)
  await tap('换回普通版')
  await tap('English')
  await asks('Welcome. Who are you?')
  await tap('中文')
  await asks('您好，请问您是？')
})

test('an elder gets in by number and code, and reads large from then on', async () => {
  await asFamily()
  await isAt('/')
  expect(sent_to).toEqual(['154 0817 1016'])
  expect(session()?.membership?.name).toBe('杜玉芳')
  expect(isElder.value).toBe(true)
})

test('one is led to the page one wanted, but never out of the app', async () => {
  await open('/signin?next=/refill')
  await tap('我是老人、家人')
  await fill('手机号', '15408171016')
  await tap('发6个数字给我')
  await fill('6个数字', '246810')
  await tap('进去')
  await isAt('/refill')
  page.unmount()
  await eraseDevice()

  await open('/signin/phone?as=family&next=//elsewhere.example')
  await fill('手机号', '15408171016')
  await tap('发6个数字给我')
  await fill('6个数字', '246810')
  await tap('进去')
  await isAt('/')
})

test('a wrong code is said in words, beside the field', async () => {
  await asFamily('111111')
  await complains('数字不对，再看一眼短信。')
  expect(page.get('input').attributes('aria-invalid')).toBe('true')
})

test('too few digits are not sent', async () => {
  await asFamily('2468')
  await complains('要填满6个数字。')
})

test('a new phone is asked for the year of birth, with the same code', async () => {
  answer = ({ birth_year }) => (birth_year === 1942 ? undefined : problem(401, birth_year ? 'identity.refused.wrong_birth_year' : 'identity.refused.birth_year_needed'))
  await asFamily()
  await asks('您是哪年出生的？')
  await fill('出生年份，4个数字', '1943')
  await tap('进去')
  await complains('出生年份对不上。请打团队电话，我们帮您看。')
  await fill('出生年份，4个数字', '1942')
  await tap('进去')
  await soon(() => expect(session()?.membership?.name).toBe('杜玉芳'))
})

test('a couple on one phone is asked who it is', async () => {
  memberships = [QING, HE]
  await asFamily()
  await asks('您是哪位？')
  await tap('何素芬')
  await soon(() => expect(session()?.membership?.id).toBe('m-he'))
  await isAt('/')
})

test('none of them: the number is forgotten and one begins anew', async () => {
  memberships = [QING, HE]
  await asFamily()
  await tap('都不是我')
  await asks('您好，请问您是？')
  expect(session()).toBeNull()
})

test('staff: password, then the authenticator; nothing reads larger by itself', async () => {
  memberships = [NURSE]
  answer = ({ totp }) => (totp === '654321' ? undefined : problem(401, 'identity.refused.totp_needed'))
  await open()
  await tap('我是医护人员')
  await fill('手机号', '15408170107')
  await fill('密码', 'right')
  await tap('进去')
  await asks('再填一次动态数字')
  await fill('动态数字', '654321')
  await tap('进去')
  await soon(() => expect(session()?.membership?.role).toBe('clinician'))
  expect(isElder.value).toBe(false)
})

test('locked out: the wait is said in minutes', async () => {
  answer = () => problem(429, 'identity.refused.locked', { detail: { retry_after: 1790 } })
  await asFamily()
  await complains('试得太多了，先歇一会儿，过30分钟再来。')
})

test('without signal it says so', async () => {
  await open('/signin/phone?as=family')
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await fill('手机号', '15408171016')
  await tap('发6个数字给我')
  await complains('现在没信号，进不去。有信号了再点一次。')
})

test('in the demo its people stand on the first screen, one tap away', async () => {
  is_demo = true
  await open()
  await tap('杜玉芳')
  await soon(() => expect(session()?.membership?.name).toBe('杜玉芳'))
})

test('in the demo the code is filled in', async () => {
  is_demo = true
  await open('/signin/phone?as=family')
  await fill('手机号', '15408171016')
  await tap('发6个数字给我')
  await asks('6个数字收到了吗？')
  expect((page.get('input').element as HTMLInputElement).value).toBe('246810')
  await tap('进去')
  await soon(() => expect(session()?.membership?.name).toBe('杜玉芳'))
})

test('anywhere else nobody is offered', async () => {
  await open()
  await soon(() => expect(asked_for).toContain('/api/v1/demo/accounts'))
  expect(page.find('.demo').exists()).toBe(false)
})

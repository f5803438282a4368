// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { FakeIdentity, json } from '@/api/fakeIdentity'
import { eraseDevice, signIn } from '@/api/account'
import { words } from '@/ui/testing'
import type { Counts, Overview } from './figures'
import OverviewPage from './OverviewPage.vue'

const rate = (numerator: number, denominator: number) => ({ numerator, denominator, percent: null })
const counts = (signed: number, done: number, due: number, unserved: number): Counts => ({
  residents_count: 600, key_group_count: 200, due_count: due, fulfilled_count: done, visits_count: 1512, visits_month_count: 120, signed: rate(signed, 600),
  key_group_signed: rate(150, 200), visits_confirmed: rate(1306, 1512), controlled: rate(128, 203), renewed: rate(0, 0), signed_count: signed,
  fulfilled: rate(done, due), unserved_count: unserved,
})
const OVERVIEW: Overview = {
  on: '2026-11-24', counted_at: '2026-11-24T01:35:00+00:00', changed_count: 0, total: counts(486, 341, 452, 42), organizations: [{ organization_id: 'o', name: '柳溪镇中心卫生院', counts: counts(486, 341, 452, 42) }],
  teams: [
    { team_id: 't1', name: '第一团队', organization_id: 'o', counts: counts(300, 241, 280, 12) }, { team_id: 't2', name: '第二团队', organization_id: 'o', counts: counts(186, 100, 172, 30) },
  ],
  villages: [{ village: '石板桥', team_ids: ['t1'], counts: counts(300, 241, 280, 12) }, { village: '黄桷村', team_ids: ['t2'], counts: counts(186, 100, 172, 30) }],
}

let server: FakeIdentity
let queries: string[]
let router: Router
let page: VueWrapper

beforeEach(async () => {
  await eraseDevice()
  server = new FakeIdentity()
  server.accounts = { manager: [{ id: 'm', county_id: 1, role: 'manager', subject_id: null, name: '庞文海' }] }
  queries = []
  server.answer = (request) => {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname.endsWith('/satisfied')) return json({ rows: [{ id: 't1', name: '第一团队', of: '柳溪镇中心卫生院', numerator: 75, denominator: 85, percent: 88.2, untold: null },
      { id: 't2', name: '第二团队', of: '柳溪镇中心卫生院', numerator: null, denominator: 29, percent: null, untold: 'too_few_answers' }] })
    queries.push(searchParams.get('team_id') ?? '')
    const team = OVERVIEW.teams.find(({ team_id }) => team_id === searchParams.get('team_id'))
    return json(team ? { ...OVERVIEW, total: team.counts, teams: [team], villages: OVERVIEW.villages.filter(({ team_ids }) => team_ids[0] === team.team_id) } : OVERVIEW)
  }
  server.install()
  await signIn({ phone: 'manager', realm: 'staff', code: '1' })
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:page(.*)', component: { template: '' } }] })
  await router.push('/overview')
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

async function open(): Promise<void> {
  page = mount(OverviewPage, { attachTo: document.body, global: { plugins: [router] } }) as VueWrapper
}
const reads = (text: string) => vi.waitFor(() => expect(words(page.get('main'))).toContain(text))

test('the sentence comes first, with its fraction and rate', async () => {
  await open()
  await reads('签约486人，今年轮到服务的452人，该做的都做到了的341人，占75.4%，还差111人。')
  expect(page.findAll('.say-gap').map(words)).toEqual(['111'])
})

test('every rate stands beside its fraction, nothing out of nothing is a dash', async () => {
  await open()
  await reads('血压管住的128 / 203人，失访算没管住63.1%')
  await reads('老人自己确认过的上门1,306 / 1,512次86.4%')
  await reads('到期后续签的0 / 0份，本年还没有到期的—')
})

test('where most were never served, and whose it is', async () => {
  await open()
  await reads('最该先去一共42人签约满90天，一次都没去过的，黄桷村和石板桥最多。找不到人的不算。黄桷村 第二团队30人')
})

test('how content people are, team by team; of too few answers nothing but their number', async () => {
  await open()
  await reads('88.2%75 / 85')
  await reads('样本不足29份回答')
})

test('a tap on a team narrows the page to it, and going back widens it', async () => {
  await open()
  await reads('各团队做到了多少')
  await page.findAll('.table a').find((link) => words(link) === '第二团队')!.trigger('click')
  await reads('签约186人')
  expect(words(page.get('h1'))).toBe('第二团队')
  expect(words(page.get('main'))).not.toContain('各团队做到了多少')
  expect(page.findAll('option').map(words)).toContain('全部2个团队')
  router.back()
  await reads('签约486人')
  expect(queries).toEqual(['', 't2', ''])
})

test('without signal it says so, and what came last stays', async () => {
  server.is_offline = true
  await open()
  await reads('没信号，总览要有信号才能看')
  server.is_offline = false
  await page.findAll('button').find((button) => words(button) === '再取一次')!.trigger('click')
  await reads('签约486人')
  expect(words(page.get('main'))).not.toContain('没信号')
})

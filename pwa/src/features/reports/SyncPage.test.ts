// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { FakeIdentity, json } from '@/api/fakeIdentity'
import { eraseDevice, signIn } from '@/api/account'
import { words } from '@/ui/testing'
import SyncPage from './SyncPage.vue'

const phone = (name: string, device_id: string | null, last_pull_at: string | null, held_count = 0, more: object = {}) => ({
  name, role: 'clinician', device_id, last_seen_at: null, last_pull_at, last_push_at: null, refused_count: 0, held_count, longest_wait_minutes: null,
  waiting_count: null, wiped_at: null, lost_count: null, ...more,
})
const this_morning = new Date(Date.now() - 60_000).toISOString()

beforeEach(async () => {
  await eraseDevice()
  const server = new FakeIdentity()
  server.accounts = { manager: [{ id: 'm', county_id: 1, role: 'manager', subject_id: null, name: '庞文海' }] }
  server.answer = () => json({
    at: new Date().toISOString(), feed: [], held: { count: 6, oldest_at: new Date(Date.now() - 3 * 86_400_000).toISOString(), day_count: 0, week_count: 6, older_count: 0 },
    phones: [phone('雍小梅', null, null), phone('陈志远', 'd1', new Date(Date.now() - 2 * 86_400_000).toISOString(), 6),
      phone('何秀兰', 'd2', this_morning, 0, { waiting_count: 4, wiped_at: this_morning, lost_count: 12 }), phone('蒲晓燕', 'd3', this_morning, 0, { wiped_at: this_morning })],
    refused: [{ kind: 'visits.confirm', code: 'sync.refused.stale', count: 2, accounts_count: 1, last_at: new Date().toISOString() }],
  })
  server.install()
  await signIn({ phone: 'manager', realm: 'staff', code: '1' })
})

test('whose phone is silent since when, what waits for a leader, what was refused', async () => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)', component: SyncPage }] })
  const page = mount(SyncPage, { global: { plugins: [router] } })
  await vi.waitFor(() => expect(words(page)).toContain('雍小梅'))
  const [first, second] = page.findAll('.rows li').map((row) => words(row)).filter((row) => !row.includes('可能丢了'))
  expect(first).toContain('还没登录过')
  expect(second).toMatch(/^陈志远\s*前天.*取过，还没交过\s*6条等组长定$/)
  expect(words(page)).toContain('有6条等组长定，最早的')
  expect(words(page)).toContain('您看的时候，别人刚改过')
})

test('which phone was cleared by its browser, and how much of its work may be lost', async () => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)', component: SyncPage }] })
  const page = mount(SyncPage, { global: { plugins: [router] } })
  await vi.waitFor(() => expect(words(page)).toContain('被浏览器清掉过的手机'))
  expect(words(page)).toMatch(/何秀兰.*当时有12条没交，可能丢了.*蒲晓燕.*没交的可能丢了，几条不知道/)
  expect(page.findAll('.rows li').map((row) => words(row)).filter((row) => row.startsWith('何秀兰')).at(-1)).toContain('还有4条没交')
})

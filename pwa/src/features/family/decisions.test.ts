// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeIdentity, json, problem } from '@/api/fakeIdentity'
import { eraseDevice, signIn } from '@/api/account'
import { hush, toast, UNDO_MS } from '@/ui/toast'
import { withDecisions } from './consents'
import * as here from './decisions'
import type { Decision } from './decisions'

let server: FakeIdentity
let asked: string[]
let decisions: typeof here

beforeEach(async () => {
  localStorage.clear()
  hush()
  decisions = here
  asked = []
  server = new FakeIdentity()
  server.accounts = { '15408171016': [{ id: 'm', county_id: 1, role: 'resident', subject_id: 'r', name: '杜玉芳' }] }
  server.answer = (request) => {
    asked.push(new URL(request.url).pathname)
    return json({})
  }
  server.install()
  await signIn({ phone: '15408171016', realm: 'family', code: '123456' })
})
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await eraseDevice()
  vi.unstubAllGlobals()
})

const END: Decision = { kind: 'end_help', resident_id: 'r', proxy_id: 'p' }
const REVOKED = '/api/v1/residents/r/proxies/p/revoke'
const settled = () => vi.waitFor(() => expect(decisions.standing()).toEqual([]))
const hide = () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
}

test('it shows at once, and is handed in when the time to undo is over', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  decisions.decide(END, 'done')
  expect(decisions.standing()).toEqual([END])
  await vi.advanceTimersByTimeAsync(UNDO_MS - 1)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  vi.useRealTimers()
  await settled()
  expect(asked).toEqual([REVOKED])
})

test('taken back, it never leaves the phone', async () => {
  decisions.decide(END, 'done')
  toast.value!.undo!()
  expect(decisions.standing()).toEqual([])
  hide()
  decisions.resumeDecisions()
  expect(asked).toEqual([])
})

test('closing the app hands it in at once, and once', async () => {
  decisions.decide(END, 'done')
  hide()
  hide()
  await settled()
  expect(asked).toEqual([REVOKED])
})

test('what the server refuses falls away with its reason; what is over already, without a word', async () => {
  server.answer = () => problem(409, 'residents.refused.deceased')
  decisions.decide(END, 'done')
  hide()
  await settled()
  expect(toast.value?.text).toBe('老人已经走了，这件事办不了。')

  server.answer = () => problem(404, 'core.not_found')
  decisions.decide(END, 'done')
  hide()
  await settled()
  expect(toast.value?.text).toBe('done')
})

test('consents read as the decisions of this phone leave them', () => {
  const rows = [{ purpose: 'C8' as const, given_at: '2026-03-01T00:00:00Z' }, { purpose: 'C9' as const, given_at: null }]
  const on = (kind: 'give_consent' | 'withdraw_consent', purpose: 'C8' | 'C9'): Decision => ({ kind, purpose, resident_id: 'r', decided_at: '2026-11-24T00:00:00Z' })
  expect(withDecisions(rows, [END, on('withdraw_consent', 'C8'), on('give_consent', 'C9')])).toEqual([
    { purpose: 'C8', given_at: null }, { purpose: 'C9', given_at: '2026-11-24T00:00:00Z' },
  ])
  expect(withDecisions(rows, [on('withdraw_consent', 'C8'), on('give_consent', 'C8')])[0]!.given_at).toBe('2026-11-24T00:00:00Z')
})

// The last here, as the modules that a start loads anew are not the ones imported above.
test('without signal it stays decided, and goes with the next start', async () => {
  server.is_offline = true
  decisions.decide(END, 'done')
  hide()
  await vi.waitFor(() => expect(toast.value?.text).toBe('现在没信号，记下了，有信号自动办。'))
  expect(decisions.standing()).toEqual([END])

  vi.resetModules()
  const { loadSession } = await import('@/api/session')
  await loadSession()
  decisions = await import('./decisions')
  server.is_offline = false
  decisions.resumeDecisions()
  await settled()
  expect(asked).toEqual([REVOKED])
})

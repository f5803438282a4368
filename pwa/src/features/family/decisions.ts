import { ref } from 'vue'
import { ApiProblem } from '@/api/problem'
import { session } from '@/api/session'
import { t, tCode } from '@/i18n'
import { newId, requestSync } from '@/sync'
import { say, UNDO_MS } from '@/ui/toast'
import type { Purpose } from './consents'

/**
 * What an elder decides about others' rights: helpers, consents. It shows at once, can be taken back for ten seconds and is
 * then handed in; when the app goes out of sight it goes at once, and what did not get through goes with the next start.
 */
export type Decision = { resident_id: string } & (
  | { kind: 'end_help'; proxy_id: string }
  | { kind: 'give_consent' | 'withdraw_consent'; purpose: Purpose; decided_at: string }
)

interface Kept {
  id: string
  membership_id: string
  decision: Decision
}

/** Of the wording in the locales, `family-consent-…`. Raise it when the meaning changes, so that people are asked anew. */
const WORDING_VERSION = 1
const STORED_AS = 'decisions'

const kept = ref<readonly Kept[]>(read())
const timers = new Map<string, ReturnType<typeof setTimeout>>()

/** What was decided here and is not with the server yet, the oldest first. */
export function standing(): Decision[] {
  return kept.value.filter(isMine).map(({ decision }) => decision)
}

export function decide(decision: Decision, said: string): void {
  const one: Kept = { id: newId(), membership_id: session()!.membership!.id, decision }
  keep([...kept.value, one])
  timers.set(one.id, setTimeout(() => void hand(one), UNDO_MS))
  say(said, () => forget(one))
}

/** Hands in what an earlier start could not. To be called once a page that shows decisions is there. */
export function resumeDecisions(): void {
  kept.value.filter((one) => isMine(one) && !timers.has(one.id)).forEach((one) => void hand(one))
}

if (typeof document !== 'undefined') {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') kept.value.filter(isMine).forEach((one) => void hand(one))
  })
  window.addEventListener('online', resumeDecisions)
}

async function hand(one: Kept): Promise<void> {
  clearTimeout(timers.get(one.id))
  timers.delete(one.id)
  // Taken back, or on its way already by another occasion.
  if (!kept.value.includes(one) || on_their_way.has(one.id)) return
  on_their_way.add(one.id)
  try {
    await perform(one.decision)
    requestSync()
    forget(one)
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem
    if (problem.is_passing) return say(t('family-decided-later'))
    forget(one)
    // Somebody else has ended it before: that is what was wanted.
    if (problem.status !== 404) say(tCode(problem.code))
  } finally {
    on_their_way.delete(one.id)
  }
}
const on_their_way = new Set<string>()

async function perform(decision: Decision): Promise<void> {
  const { resident_id } = decision
  const path = { resident_id }
  const { api, dataOf } = await import('@/api/client')
  switch (decision.kind) {
    case 'end_help':
      await dataOf(api.POST('/api/v1/residents/{resident_id}/proxies/{proxy_id}/revoke', { params: { path: { resident_id, proxy_id: decision.proxy_id } } }))
      break
    case 'give_consent':
      await dataOf(api.POST('/api/v1/residents/{resident_id}/consents', { params: { path }, body: { id: newId(), purpose: decision.purpose, version: WORDING_VERSION, channel: 'app' } }))
      break
    case 'withdraw_consent':
      await dataOf(api.POST('/api/v1/residents/{resident_id}/consents/withdraw', { params: { path }, body: { purpose: decision.purpose } }))
  }
}

function forget(one: Kept): void {
  clearTimeout(timers.get(one.id))
  timers.delete(one.id)
  keep(kept.value.filter(({ id }) => id !== one.id))
}

function keep(next: readonly Kept[]): void {
  kept.value = next
  localStorage.setItem(STORED_AS, JSON.stringify(next))
}

function isMine({ membership_id }: Kept): boolean {
  return session()?.membership?.id === membership_id
}

function read(): readonly Kept[] {
  try {
    return JSON.parse(globalThis.localStorage?.getItem(STORED_AS) ?? '[]') as Kept[]
  } catch {
    return []
  }
}

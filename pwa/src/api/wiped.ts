import type { Router } from 'vue-router'
import { changeSetting, deviceId, readSetting, writeSetting } from '../db/device'
import { askOnce } from '../db/lasting'
import { withLock } from '../sync/locks'
import { recallWaiting } from '../sync/waited'
import { adoptToken, isDemo, type TokenAnswer } from './account'
import { call } from './http'
import type { Loss, Wiped } from './loss'
import { ApiProblem } from './problem'
import { changed, type Membership } from './session'

/**
 * A browser may clear everything that an origin keeps and leave it its cookies: then the sign-in has outlived the store. The
 * phone takes its old device id again, tells the server, and begins anew.
 */

const NOTHING_KNOWN: Loss = { last_pull_at: null, last_push_at: null, lost_count: null, last_received: [] }

/** Recovers if there is something to recover from, and goes to the page that says so; again with the next signal if there is none. */
export async function recover(router: Router): Promise<void> {
  const found = await lookForWiped()
  if (found === 'unknown') window.addEventListener('online', () => void recover(router), { once: true })
  else if (found) await showWiped(router)
}

/** Where the news of it stands; those who have to sign in, or to say who they are, read it after that. */
export async function showWiped(router: Router): Promise<void> {
  const now = await changed()
  if (now?.membership) await router.replace('/wiped')
  else await router.replace({ name: 'signin', params: { step: now ? 'person' : '' }, query: { next: '/wiped' } })
}

/** Undefined: nothing was cleared here. `unknown`: nobody could be asked. */
export function lookForWiped(): Promise<Wiped | 'unknown' | undefined> {
  return withLock('jiayi-refresh', async () => {
    if (await readSetting('device_id')) return undefined
    try {
      const answer = await call<TokenAnswer>('POST', '/api/v1/auth/refresh')
      return await begin(answer, await tell(answer))
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      if (problem.is_passing) return 'unknown'
      // The sign-in is over as well: a phone like a new one.
      await deviceId()
      return undefined
    }
  })
}

/** Before anything is fetched, or the server would take the empty phone's word for what had waited. */
async function tell(answer: TokenAnswer): Promise<Loss> {
  const body = recallWaiting(answer.account_id) ?? {}
  const losses: Loss[] = []
  for (const { id } of oneACounty(answer)) {
    const { access_token } = id === answer.membership_id ? answer : await call<TokenAnswer>('POST', '/api/v1/auth/refresh', { headers: { 'X-Jiayi-Membership': id } })
    losses.push(await call<Loss>('POST', '/api/v1/sync/wiped', { body, headers: { Authorization: `Bearer ${access_token}` } }))
  }
  return losses.sort((a, b) => (b.last_push_at ?? '').localeCompare(a.last_push_at ?? ''))[0] ?? NOTHING_KNOWN
}

/** In the county of the token at hand, the one that it is for. */
function oneACounty({ memberships, membership_id }: TokenAnswer): Membership[] {
  const own_last = [...memberships].sort((a, b) => Number(a.id === membership_id) - Number(b.id === membership_id))
  return [...new Map(own_last.map((each) => [each.county_id, each])).values()]
}

/** The device id last: killed before it, all of this is done once more. */
async function begin(answer: TokenAnswer, loss: Loss): Promise<Wiped> {
  const { account_id, realm, memberships, membership_id, device_id } = answer
  const wiped: Wiped = { ...loss, account_id, noticed_at: new Date().toISOString(), asks_sign_in: realm === 'staff' && !(await isDemo()) }
  if (!wiped.asks_sign_in) {
    await adoptToken(answer, realm)
    await writeSetting('current', { account_id, membership_id: memberships.length === 1 ? membership_id : null })
  }
  await writeSetting('wiped', wiped)
  await changeSetting('device_id', (known) => known ?? device_id)
  void askOnce('sign_in')
  return wiped
}

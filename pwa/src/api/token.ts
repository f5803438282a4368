import { deviceDatabase } from '../db/device'
import { withLock } from '../sync/locks'
import { call } from './http'
import { ApiProblem } from './problem'
import { adoptToken, eraseAccount, markExpired, type TokenAnswer } from './account'

/** A token this close to its end may not survive the way to the server. */
const MARGIN_MS = 30_000

/**
 * An access token of this membership, fresh if need be. `rejected` is one that the server has just turned down.
 * Page, other tabs and worker refresh one after the other, so that the refresh cookie turns once.
 */
export async function accessToken(account_id: string, membership_id: string, rejected?: string): Promise<string> {
  return (await storedToken(membership_id, rejected))
    ?? (await withLock('jiayi-refresh', async () => (await storedToken(membership_id, rejected)) ?? refresh(account_id, membership_id)))
}

async function storedToken(membership_id: string, rejected?: string): Promise<string | undefined> {
  const stored = await (await deviceDatabase()).get('tokens', membership_id)
  const is_good = stored && stored.access_token !== rejected && stored.expires_at - Date.now() > MARGIN_MS
  return is_good ? stored.access_token : undefined
}

async function refresh(account_id: string, membership_id: string): Promise<string> {
  const answer = await askAnew(account_id, membership_id)
  // The cookie may meanwhile be another account's, and the membership may have ended.
  if (answer.account_id !== account_id) return ended(account_id)
  await adoptToken(answer)
  if (answer.membership_id !== membership_id) throw new ApiProblem('identity.refused.no_membership', 401)
  return answer.access_token
}

async function askAnew(account_id: string, membership_id: string): Promise<TokenAnswer> {
  try {
    return await call<TokenAnswer>('POST', '/api/v1/auth/refresh', { headers: { 'X-Jiayi-Membership': membership_id } })
  } catch (problem) {
    if (problem instanceof ApiProblem) await heed(problem, account_id)
    if (problem instanceof ApiProblem && problem.status === 401) return ended(account_id)
    throw problem
  }
}

async function ended(account_id: string): Promise<never> {
  await markExpired(account_id)
  throw new ApiProblem('identity.refused.session_ended', 401)
}

/** The one answer that the phone obeys whatever it was doing: it has been reported lost. */
export async function heed(problem: ApiProblem, account_id: string | undefined): Promise<void> {
  if (account_id && problem.code === 'identity.refused.device_revoked') await eraseAccount(account_id)
}

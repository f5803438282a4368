import createClient from 'openapi-fetch'
import { fetchOrOffline, ORIGIN } from './http'
import { ApiProblem, problemOf } from './problem'
import type { paths } from './schema'
import { session } from './session'
import { accessToken, heed } from './token'

export { ApiProblem } from './problem'

/** Under whose token a call goes. */
export interface Caller {
  account_id: string
  membership_id: string
}

/**
 * The typed client, for pages that work online. It throws ApiProblem instead of answering with an error:
 * `const visits = await dataOf(api.GET('/api/v1/visits', { params: { query: { team_id } } }))`
 */
export const api = createClient<paths>({ baseUrl: ORIGIN, fetch: (request) => authorized(request, currentCaller()) })

/** The data of a call made with `api`. */
export async function dataOf<T>(calling: Promise<{ data?: T }>): Promise<T> {
  return (await calling).data as T
}

export function currentCaller(): Caller | undefined {
  const now = session()
  return now?.membership ? { account_id: now.account.id, membership_id: now.membership.id } : undefined
}

/** Sends with the caller's token, once more with a fresh one if it was turned down. Throws ApiProblem. */
export async function authorized(request: Request, caller: Caller | undefined): Promise<Response> {
  const again = request.clone()
  const token = caller && (await accessToken(caller.account_id, caller.membership_id))
  let response = await fetchOrOffline(bearing(request, token))
  if (response.status === 401 && caller) {
    response = await fetchOrOffline(bearing(again, await accessToken(caller.account_id, caller.membership_id, token)))
  }
  if (response.ok) return response
  const problem = await problemOf(response)
  await heed(problem)
  throw problem
}

/** For reports and downloads that the typed client has no words for. */
export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code)
}

function bearing(request: Request, token: string | undefined): Request {
  request.headers.set('X-Jiayi', '1')
  if (token) request.headers.set('Authorization', `Bearer ${token}`)
  return request
}

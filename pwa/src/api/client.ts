import createClient from 'openapi-fetch'
import { authorized, type Caller } from './authorized'
import { ORIGIN } from './http'
import { offline } from './problem'
import type { paths } from './schema'
import { session } from './session'

export { ApiProblem } from './problem'

/**
 * The typed client, for pages that work online. It throws ApiProblem instead of answering with an error:
 * `const visits = await dataOf(api.GET('/api/v1/visits', { params: { query: { team_id } } }))`
 */
export const api = createClient<paths>({ baseUrl: ORIGIN, fetch: (request) => authorized(request, currentCaller()) })

/** The data of a call made with `api`. A reply cut short, or another's page in its place, is no answer. */
export async function dataOf<T>(calling: Promise<{ data?: T }>): Promise<T> {
  try {
    return (await calling).data as T
  } catch (problem) {
    throw problem instanceof SyntaxError ? offline() : problem
  }
}

function currentCaller(): Caller | undefined {
  const now = session()
  return now?.membership ? { account_id: now.account.id, membership_id: now.membership.id } : undefined
}

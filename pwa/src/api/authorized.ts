import { fetchOrOffline } from './http'
import { problemOf } from './problem'
import { accessToken, heed } from './token'

/** Under whose token a call goes. */
export interface Caller {
  account_id: string
  membership_id: string
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
  await heed(problem, caller?.account_id)
  throw problem
}

function bearing(request: Request, token: string | undefined): Request {
  request.headers.set('X-Jiayi', '1')
  if (token) request.headers.set('Authorization', `Bearer ${token}`)
  return request
}

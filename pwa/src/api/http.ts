import { offline, problemOf } from './problem'

/** Calls without a token. Those with one are in authorized.ts. */

export const ORIGIN = globalThis.location?.origin?.startsWith('http') ? globalThis.location.origin : 'http://127.0.0.1:8000'
/** On a weak signal a reply may never end; what waits behind it must not wait forever. */
const TIMEOUT_MS = 60_000

export interface CallOptions {
  body?: unknown
  headers?: Record<string, string>
}

/** Throws ApiProblem, also when there is no signal or the reply is cut short. */
export async function call<T>(method: string, path: string, { body, headers }: CallOptions = {}): Promise<T> {
  const init: RequestInit = { method, headers: { 'X-Jiayi': '1', ...headers } }
  if (body !== undefined) {
    init.body = typeof body === 'string' ? body : JSON.stringify(body)
    init.headers = { 'Content-Type': 'application/json', ...init.headers }
  }
  const response = await fetchOrOffline(new Request(new URL(path, ORIGIN), init))
  if (!response.ok) throw await problemOf(response)
  return readJson<T>(response)
}

export async function readJson<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T
  try {
    return (await response.json()) as T
  } catch {
    throw offline()
  }
}

export async function fetchOrOffline(request: Request): Promise<Response> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
  request.signal.addEventListener('abort', () => abort.abort())
  try {
    const response = await fetch(request, { signal: abort.signal, credentials: 'same-origin' })
    // The body is read here, so that the time-out covers it: a reply can stall after its head has come.
    return new Response(response.status === 204 ? null : await response.arrayBuffer(), response)
  } catch (error) {
    if (request.signal.aborted) throw error
    throw offline()
  } finally {
    clearTimeout(timer)
  }
}

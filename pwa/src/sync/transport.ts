import { authorized } from '../api/authorized'
import { ORIGIN, readJson } from '../api/http'
import type { Account } from '../api/session'
import { deviceId } from '../db/device'
import type { PullAnswer, PushAnswer, Transport, UploadState } from './wire'

/** What each county last heard of how much waits: it is said again only when it has changed. */
const told = new Map<string, number>()

/** The way to the server over HTTP, for one account in one county. `countWaiting` for those who tell how much waits. */
export function httpTransport(account: Account, county_id: number, countWaiting?: () => Promise<number>): Transport {
  const send = (membership_id: string, path: string, init?: RequestInit): Promise<Response> =>
    authorized(new Request(new URL(path, ORIGIN), init), { account_id: account.id, membership_id: living(membership_id) })

  /** Work of a membership that has ended goes under another of the same person, and the server decides what it is worth. */
  const living = (membership_id: string): string => {
    const here = account.memberships.filter((membership) => membership.county_id === county_id)
    return here.some(({ id }) => id === membership_id) ? membership_id : (here[0]?.id ?? membership_id)
  }
  /** Sends, and says how much waits here besides. */
  const telling = async (membership_id: string, path: string, init: RequestInit = {}): Promise<Response> => {
    const [to, count] = [`${account.id} ${living(membership_id)}`, await countWaiting?.()]
    const is_news = count !== undefined && told.get(to) !== count
    const headers = { ...(init.headers as object), ...(is_news ? { 'X-Jiayi-Waiting': String(count) } : {}) }
    const response = await send(membership_id, path, { ...init, headers })
    if (is_news) told.set(to, count)
    return response
  }
  return {
    async pull(membership_id, cursor, limit) {
      const query = new URLSearchParams({ limit: String(limit), ...(cursor ? { cursor } : {}) })
      return readJson<PullAnswer>(await telling(membership_id, `/api/v1/sync/pull?${query.toString()}`))
    },
    async push(membership_id, commands) {
      const body = `{"device_id":${JSON.stringify(await deviceId())},"commands":${commands}}`
      const headers = { 'Content-Type': 'application/json' }
      return readJson<PushAnswer>(await telling(membership_id, '/api/v1/sync/push', { method: 'POST', body, headers }))
    },
    async attachmentState(membership_id, sha256) {
      return readJson<UploadState>(await send(membership_id, `/api/v1/attachments/${sha256}/upload`))
    },
    async putAttachment(membership_id, { sha256, type, data, first, total }) {
      const headers = { 'Content-Type': type, 'Content-Range': `bytes ${first}-${first + data.byteLength - 1}/${total}` }
      return readJson<UploadState>(await send(membership_id, `/api/v1/attachments/${sha256}`, { method: 'PUT', body: data, headers }))
    },
  }
}

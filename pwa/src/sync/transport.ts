import { authorized } from '../api/authorized'
import { ORIGIN, readJson } from '../api/http'
import type { Account } from '../api/session'
import { deviceId } from '../db/device'
import type { PullAnswer, PushAnswer, Transport, UploadState } from './wire'

/** The way to the server over HTTP, for one account in one county. */
export function httpTransport(account: Account, county_id: number): Transport {
  const send = (membership_id: string, path: string, init?: RequestInit): Promise<Response> =>
    authorized(new Request(new URL(path, ORIGIN), init), { account_id: account.id, membership_id: living(membership_id) })

  /** Work of a membership that has ended goes under another of the same person, and the server decides what it is worth. */
  const living = (membership_id: string): string => {
    const here = account.memberships.filter((membership) => membership.county_id === county_id)
    return here.some(({ id }) => id === membership_id) ? membership_id : (here[0]?.id ?? membership_id)
  }
  return {
    async pull(membership_id, cursor, limit) {
      const query = new URLSearchParams({ limit: String(limit), ...(cursor ? { cursor } : {}) })
      return readJson<PullAnswer>(await send(membership_id, `/api/v1/sync/pull?${query.toString()}`))
    },
    async push(membership_id, commands) {
      const body = `{"device_id":${JSON.stringify(await deviceId())},"commands":${commands}}`
      const headers = { 'Content-Type': 'application/json' }
      return readJson<PushAnswer>(await send(membership_id, '/api/v1/sync/push', { method: 'POST', body, headers }))
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

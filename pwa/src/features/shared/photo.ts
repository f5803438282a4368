import { authorized } from '@/api/authorized'
import { ORIGIN } from '@/api/http'
import { currentDatabase, session } from '@/api/session'
import { readAttachment } from '@/sync/attachments'

/** Pictures to look at, as addresses for an `img`; whoever asks gives them back with `URL.revokeObjectURL`. */

/** One that still lies on this phone. */
export async function localPhoto(sha256: string): Promise<string | undefined> {
  const db = await currentDatabase()
  const photo = db && (await readAttachment(db, sha256))
  return photo && URL.createObjectURL(photo)
}

/** Whether the server will not have one that lies here: its person then finds it among what asks for them. */
export async function isRefused(sha256: string): Promise<boolean> {
  const db = await currentDatabase()
  return !!db && (await db.get('attachments', sha256))?.problem_code !== undefined
}

/** From the server, for this look only: nothing of it stays on the phone. Throws ApiProblem. */
export async function fetchPhoto(sha256: string): Promise<string> {
  const now = session()
  const caller = now?.membership ? { account_id: now.account.id, membership_id: now.membership.id } : undefined
  const answer = await authorized(new Request(new URL(`/api/v1/attachments/${sha256}`, ORIGIN), { cache: 'no-store' }), caller)
  return URL.createObjectURL(await answer.blob())
}

import { currentDatabase } from '@/api/session'
import { openCommands } from '@/db/work'
import { send } from '@/sync'
import { dropAttachment } from '@/sync/attachments'
import type { PhotoPayload } from './payloads'

/** What may be let go of: a picture on this phone, and whether a visit lists it. */
export interface Refused {
  sha256: string
  visit_id: string
  is_listed: boolean
}

/** The server will not have it, and the person lets it go: it leaves the phone, and its visit waits for it no longer. */
export async function letGoOfPhoto({ sha256, visit_id, is_listed }: Refused): Promise<void> {
  const db = (await currentDatabase())!
  const [applied, outbox] = await Promise.all([db.getAll('applied'), db.getAll('outbox')])
  const naming = [...applied.map(({ command }) => command), ...outbox].filter(({ kind, entity_id }) => kind === 'visits.add_photo' && entity_id === visit_id)
  const named = (await openCommands(db, naming)).find(({ payload }) => (payload as PhotoPayload).sha256 === sha256)
  // With the leader the name has still to come: it is taken back after that.
  if (named || is_listed) await send({ kind: 'visits.drop_photo', entity_id: visit_id, payload: { sha256 }, depends_on: named ? [named.id] : [] })
  await dropAttachment(db, sha256)
}

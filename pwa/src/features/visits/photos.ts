import { currentDatabase } from '@/api/session'
import { attach, newId, send, withdraw } from '@/sync'
import { dropAttachment } from '@/sync/attachments'
import { readOutbox } from '@/sync/outbox'
import type { PhotoKind } from '../shared/documents'
import { compress } from './compress'
import type { PhotoPayload } from './payloads'

/** Photos of a visit as commands and files. Everything is on the phone when it returns; nothing here waits for the network. */

/** The resident agrees to pictures at a visit. */
export const PICTURES = 'C5'
const WORDING_VERSION = 1
const ADD_PHOTO = 'visits.add_photo'
const GIVE_CONSENT = 'residents.give_consent'
/** So long a photo can be taken away again before anybody has it. */
const SECOND_THOUGHTS_MS = 20_000

export async function agreeToPictures(resident_id: string): Promise<void> {
  await send({ kind: GIVE_CONSENT, entity_id: resident_id, payload: { id: newId(), purpose: PICTURES, version: WORDING_VERSION, channel: 'home_visit' } })
}

/** The same picture chosen twice is one. Throws for what is no picture, and when the phone is full. */
export async function addPhoto(visit_id: string, resident_id: string, kind: PhotoKind, file: Blob, parents: readonly string[]): Promise<void> {
  const sha256 = await attach(visit_id, await compress(file))
  const outbox = await readOutbox((await currentDatabase())!)
  if (outbox.some((one) => one.kind === ADD_PHOTO && one.entity_id === visit_id && (one.payload as PhotoPayload).sha256 === sha256)) return
  const agreed = outbox.filter(({ kind: of, entity_id, state }) => of === GIVE_CONSENT && entity_id === resident_id && state !== 'held')
  const depends_on = [...parents, ...agreed.map(({ id }) => id)]
  await send<PhotoPayload>({ kind: ADD_PHOTO, entity_id: visit_id, payload: { sha256, resident_id, kind }, depends_on, hold_ms: SECOND_THOUGHTS_MS })
}

/** False when it is on its way already. */
export async function removePhoto(command_id: string, sha256: string): Promise<boolean> {
  if (!(await withdraw(command_id))) return false
  await dropAttachment((await currentDatabase())!, sha256)
  return true
}

import { announce, OUTBOX } from '../db/changes'
import type { Database } from '../db/database'
import { openFile, sealFile } from '../db/work'
import type { Transport } from './wire'

/** Photos go apart from commands, named by their content: a command says `sha256`, and either may arrive first. */

export async function keepAttachment(db: Database, membership_id: string, file: Blob): Promise<string> {
  const data = await file.arrayBuffer()
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data))
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  await db.put('attachments', { sha256, type: file.type, data: await sealFile(db, data), membership_id })
  announce(db.name, [OUTBOX])
  return sha256
}

/** One at a time, after the commands, which are small and matter more. Throws ApiProblem; what has gone is gone for good. */
export async function uploadAttachments(db: Database, transport: Transport): Promise<void> {
  for (const sha256 of await db.getAllKeys('attachments')) {
    const attachment = await db.get('attachments', sha256)
    if (!attachment) continue
    await transport.putAttachment(attachment.membership_id, { ...attachment, data: await openFile(db, attachment.data) })
    await db.delete('attachments', sha256)
    announce(db.name, [OUTBOX])
  }
}

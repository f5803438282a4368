import type { Database } from './database'
import { sealDocuments } from './stored'

/** For tests: documents as a pull would have left them. */
export async function keepDocuments(db: Database, documents: readonly { bucket: string; kind: string; body: object & { id: string } }[]): Promise<void> {
  const sealed = await sealDocuments(db, documents.map((each) => ({ ...each, id: each.body.id, version: 1 })), 0)
  await Promise.all(sealed.map((document) => db.put('documents', document)))
}

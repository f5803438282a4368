import { readMeta, type Database, type Kept } from './database'
import { readDocuments, type Answers, type Documents, type Stored } from './documents'
import { sealValue, unsealValue } from './seal'
import { dataKey } from './vault'

/**
 * What the first page was read from, sealed in one piece beside the documents: one thing to open instead of hundreds. Whoever
 * writes documents takes it away in that same transaction, so it never says what they do not say any more. What waits to be
 * handed in is not part of it and is laid over it as over the documents.
 */

type Kind = [kind: string, [question: string, [id: string, body: object][]][]]

/** Empty when nothing is kept. Throws Locked. */
export async function recall(db: Database): Promise<Answers> {
  const [key, kept] = await Promise.all([dataKey(db.name), readMeta(db, 'kept')])
  // Sealed with a key that is no more, it is as good as none.
  const answers = kept?.data && ((await unsealValue(key, kept.data, 'kept').catch(() => undefined)) as Kind[] | undefined)
  return new Map(answers?.map(([kind, asked]) => [kind, new Map(asked.map(([question, found]) => [question, Promise.resolve(new Map(found))]))]))
}

/** Reads anew and keeps the answers for the next start, unless they are kept already or documents were written meanwhile. */
export async function keep(db: Database, read: (docs: Documents) => Promise<unknown>): Promise<void> {
  const claim = crypto.randomUUID()
  if (!(await change(db, (kept) => (kept?.data ? undefined : { claim })))) return
  const stored: Stored = { answers: new Map() }
  await read(readDocuments(db, undefined, stored))
  const answers = await Promise.all([...stored.answers].map(async ([kind, asked]): Promise<Kind> =>
    [kind, await Promise.all([...asked].map(async ([question, found]): Promise<Kind[1][number]> => [question, [...(await found)]]))]))
  const data = await sealValue(await dataKey(db.name), answers, 'kept')
  await change(db, (kept) => (kept?.claim === claim ? { claim, data } : undefined))
}

/** Returns whether it was changed. */
async function change(db: Database, next: (kept: Kept | undefined) => Kept | undefined): Promise<boolean> {
  const tx = db.transaction('meta', 'readwrite')
  const kept = next((await tx.store.get('kept')) as Kept | undefined)
  if (kept) await tx.store.put(kept, 'kept')
  await tx.done
  return !!kept
}

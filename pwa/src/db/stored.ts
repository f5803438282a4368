import type { Database, StoredDocument } from './database'
import { isSealed, sealValue, unsealValue, type Sealed } from './seal'
import { dataKey } from './vault'

/**
 * Documents as they lie on the phone: the body sealed, beside it in clear only the ids, numbers and codes by which it is found.
 * Sealing waits for the browser, and a transaction does not wait for that: seal before it, open after it.
 */

export interface PlainDocument {
  bucket: string
  kind: string
  id: string
  version: number
  body: object
}

export async function sealDocuments(db: Database, documents: readonly PlainDocument[], generation: number): Promise<StoredDocument[]> {
  const key = await dataKey(db.name)
  return Promise.all(documents.map(async ({ bucket, kind, id, version, body }) => ({
    bucket, kind, id, version, generation, ...foundBy(body), body: await sealValue(key, body, `${bucket} ${kind} ${id}`),
  })))
}

/** What an index needs to know of a body. */
export function foundBy(body: object): Pick<StoredDocument, 'resident_ids' | 'status' | 'ended_at'> {
  const { resident_id, resident_ids, status, ended_at } = body as {
    resident_id?: string | null; resident_ids?: string[]; status?: unknown; ended_at?: unknown
  }
  return {
    resident_ids: resident_ids ?? (resident_id ? [resident_id] : []),
    ...(typeof status === 'string' ? { status } : {}),
    ...(typeof ended_at === 'string' ? { ended_at } : {}),
  }
}

/** Opened bodies, by database and place. One that was sealed anew since is another: random bytes say so. */
const opened = new Map<string, Map<string, { as: Sealed; body: object }>>()

/** In their order. Throws Locked. */
export async function openBodies(db: Database, copies: readonly StoredDocument[]): Promise<object[]> {
  const key = await dataKey(db.name)
  const known = opened.get(db.name) ?? new Map<string, { as: Sealed; body: object }>()
  opened.set(db.name, known)
  return Promise.all(copies.map(async ({ bucket, kind, id, body: as }) => {
    if (!isSealed(as)) return as
    const place = `${bucket} ${kind} ${id}`
    const before = known.get(place)
    if (before && isSame(before.as, as)) return before.body
    const body = (await unsealValue(key, as, place)) as object
    known.set(place, { as: as.slice(0, 12), body })
    return body
  }))
}

/** Nothing that was opened stays in memory; without a name, of no database. */
export function forgetBodies(database?: string): void {
  if (database === undefined) opened.clear()
  else opened.delete(database)
}

function isSame(a: Sealed, b: Sealed): boolean {
  for (let n = 0; n < 12; n += 1) if (a[n] !== b[n]) return false
  return true
}

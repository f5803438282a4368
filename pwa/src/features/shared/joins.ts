import type { Documents } from '@/db/documents'

/** Documents name each other by id; these find the named ones. */

/** Beyond so many ids, one reading of the whole kind is faster than asking for each. */
const MANY = 60

export async function byId<B>(docs: Documents, kind: string, ids: Iterable<string | null | undefined>): Promise<Map<string, B>> {
  const wanted = [...new Set(ids)].filter((id): id is string => !!id)
  if (wanted.length > MANY) {
    return new Map((await docs.some<B>(kind, new Set(wanted))).map(({ id, body }) => [id, body as B]))
  }
  const views = await Promise.all(wanted.map((id) => docs.get<B>(kind, id)))
  return new Map(views.flatMap((view) => (view ? [[view.id, view.body as B] as const] : [])))
}

/** Those that are on this phone, in the order of the ids. */
export function pick<B>(found: ReadonlyMap<string, B>, ids: readonly string[]): B[] {
  return ids.flatMap((id) => found.get(id) ?? [])
}

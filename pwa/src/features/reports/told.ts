import type { Documents } from '@/db/documents'
import { useLiveQuery, type LiveQuery } from '@/db/useLiveQuery'
import { send } from '@/sync'
import type { NoticeBody } from '../shared/documents'

/** What the office was told and has not looked at yet, the newest first. It has no page of messages: it stands on the overview. */
export function useTold(): LiveQuery<NoticeBody[]> {
  return useLiveQuery(readTold)
}

async function readTold(docs: Documents): Promise<NoticeBody[]> {
  const all = (await docs.all<NoticeBody>('notice')).map(({ body }) => body as NoticeBody)
  return all.filter(({ read_at }) => !read_at).sort((a, b) => b.created_at.localeCompare(a.created_at))
}

/** Somebody is on the page that these lead to. */
export async function lookedAt(told: readonly NoticeBody[], url: string): Promise<void> {
  for (const one of told) if (one.url === url) await send({ kind: 'notifications.read', entity_id: one.id, payload: {} })
}

import type { Overlays } from '@/sync'
import type { NoticeBody } from '../shared/documents'

/** A message that was read is read at once. */
export const overlays: Overlays = {
  'notifications.read': (docs, { entity_id, occurred_at }) => {
    const notice = docs.get<NoticeBody>('notice', entity_id)
    return notice && !notice.read_at ? [{ kind: 'notice', id: entity_id, body: { ...notice, read_at: occurred_at } }] : []
  },
}

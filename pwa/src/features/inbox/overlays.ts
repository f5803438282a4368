import type { Overlays } from '@/sync'
import type { NoticeBody } from '../shared/documents'

export const overlays: Overlays = {
  'notifications.read': (docs, { entity_id: id, occurred_at }) => {
    const notice = docs.get<NoticeBody>('notice', id)
    return notice && !notice.read_at ? [{ kind: 'notice', id, body: { ...notice, read_at: occurred_at } }] : []
  },
}

import { expect, test } from 'vitest'
import { eraseDatabase, openDatabase } from '@/db/database'
import { readDocuments } from '@/db/documents'
import { FakeServer } from '@/sync/fakeServer'
import { enqueue } from '@/sync/outbox'
import { registerOverlays } from '@/sync/overlay'
import { synchronize } from '@/sync/synchronize'
import type { NoticeBody } from '../shared/documents'
import { overlays } from './overlays'

test('a message reads as read at once; the first time counts', async () => {
  registerOverlays(overlays)
  await eraseDatabase('test')
  const db = await openDatabase('test')
  const server = new FakeServer()
  server.write('account:a', 'notice', 'new', { id: 'new', read_at: null })
  server.write('account:a', 'notice', 'old', { id: 'old', read_at: '2026-11-01T00:00:00Z' })
  await synchronize(db, server.transport, 'm')
  for (const entity_id of ['new', 'old', 'unknown']) await enqueue(db, 'm', { kind: 'notifications.read', entity_id, payload: {} })

  const docs = readDocuments(db)
  expect((await docs.get<NoticeBody>('notice', 'new'))?.body.read_at).not.toBeNull()
  expect((await docs.get<NoticeBody>('notice', 'old'))?.body.read_at).toBe('2026-11-01T00:00:00Z')
  expect(await docs.get('notice', 'unknown')).toBeUndefined()
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Account } from '../api/session'

/**
 * Hands in a day's photos to a real server over a line that keeps breaking: started by tests/sync/test_drain.py, which has the
 * server and the line, and says in a file who is signed in and where the pictures lie.
 */

interface Plan {
  url: string
  account: Account
  membership_id: string
  county_id: number
  access_token: string
  device_id: string
  resident_id: string
  pictures: string
}

const MOST_TURNS = 200
const PATIENCE_MS = 280_000

test('all of it arrives', { timeout: PATIENCE_MS }, async () => {
  const plan = JSON.parse(readFileSync(process.env.JIAYI_DRAIN!, 'utf8')) as Plan
  vi.stubGlobal('location', new URL(plan.url))
  const [{ deviceDatabase, writeSetting }, { databaseName, openDatabase }, { keepAttachment }, { newId }, { enqueue }, { synchronize }, { httpTransport }] = await Promise.all([
    import('../db/device'), import('../db/database'), import('./attachments'), import('./ids'), import('./outbox'), import('./synchronize'), import('./transport'),
  ])
  const { account, membership_id, county_id, access_token, resident_id } = plan
  await (await deviceDatabase()).put('tokens', { membership_id, access_token, expires_at: Date.now() + PATIENCE_MS * 2 })
  await writeSetting('device_id', plan.device_id)
  const db = await openDatabase(databaseName(account.id, county_id))
  for (const name of readdirSync(plan.pictures)) {
    const visit_id = newId()
    const services = [{ id: newId(), resident_id, item_code: 'D01' }]
    const begun = await enqueue(db, membership_id, { kind: 'visits.start_unplanned', entity_id: visit_id, payload: { services } })
    const sha256 = await keepAttachment(db, membership_id, visit_id, new Blob([readFileSync(join(plan.pictures, name))], { type: 'image/jpeg' }))
    await enqueue(db, membership_id, { kind: 'visits.add_photo', entity_id: visit_id, payload: { sha256, resident_id }, depends_on: [begun] })
  }
  const transport = httpTransport(account, county_id)
  let turns = 0
  do {
    turns += 1
    const { problem } = await synchronize(db, transport, membership_id)
    expect(problem?.is_passing ?? true, problem?.code).toBe(true)
  } while ((await db.count('attachments')) > 0 && turns < MOST_TURNS)
  expect([await db.count('attachments'), await db.count('outbox')]).toEqual([0, 0])
})

import { vi } from 'vitest'
import { FakeIdentity, json } from '@/api/fakeIdentity'
import { eraseDevice, signIn } from '@/api/account'
import { databaseName, eraseDatabase, openDatabase, type Database, type OutboxCommand } from '@/db/database'
import { keepDocuments } from '@/db/testing'
import { readOutbox } from '@/sync/outbox'
import { loadOverlays } from '@/sync/overlay'
import tables from '../../../../tests/tables/rule_tables.json'
import asked from '../../../../tests/tables/service_items.json'
import type { ServiceItemBody } from '../shared/documents'
import { overlays } from '../visits/overlays'
import { clinician, item, NOW } from './sample'

/** For tests: a leader's phone with a team on it, at a quarter to eleven of a day in November. */

const LEADER = { id: 'm-leader', county_id: 1, role: 'team_leader', subject_id: '杜海棠', name: '杜海棠' } as const
const DATABASE = databaseName('leader', 1)
loadOverlays([Promise.resolve(overlays)])

export class LeadersPhone {
  readonly server = new FakeIdentity()
  /** What went to the server by itself, apart from sync. */
  asked: { path: string; body: unknown }[] = []
  /** What it is answered with instead of a yes. */
  refusal: { code: string; detail: object } | undefined
  db!: Database

  static async ready(): Promise<LeadersPhone> {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
    const phone = new LeadersPhone()
    await eraseDevice()
    await eraseDatabase(DATABASE)
    phone.server.accounts = { leader: [LEADER] }
    phone.server.answer = async (request) => {
      const path = new URL(request.url).pathname
      if (path.startsWith('/api/v1/sync/p')) return new Response(null, { status: 503 })
      phone.asked.push({ path, body: await request.json().catch(() => null) })
      if (phone.refusal) return json({ type: 'about:blank', title: 'Conflict', status: 409, ...phone.refusal }, { status: 409 })
      return json({ followed: [], stopped: null })
    }
    phone.server.install()
    await signIn({ phone: 'leader', realm: 'staff', code: '1' })
    phone.db = await openDatabase(DATABASE)
    await phone.db.put('meta', [LEADER.id], 'complete')
    await phone.putTeam()
    return phone
  }

  async put<B extends { id: string }>(kind: string, ...bodies: B[]): Promise<void> {
    await keepDocuments(this.db, bodies.map((body) => ({ bucket: 'team:team', kind, body })))
  }

  async putResident(id: string, name: string, more: object = {}): Promise<void> {
    const home = { village: '黄桷村', village_group: '2组', latitude: 30.81, longitude: 106.1, address_text: null }
    const known = { sex: 'female', birth_on: '1942-03-01', flags: [], allergies: [], conditions: [], phones: [], deceased_on: null, household_id: null }
    await this.put('resident', { id, name, care_team_id: 'team', version: 1, ...home, ...known, ...more })
  }

  outbox(): Promise<OutboxCommand[]> {
    return readOutbox(this.db)
  }

  async gone(): Promise<void> {
    vi.unstubAllGlobals()
    vi.useRealTimers()
    document.body.innerHTML = ''
    await eraseDatabase(DATABASE)
  }

  private async putTeam(): Promise<void> {
    const members = [clinician('杜海棠', 'doctor'), clinician('陈志远', 'doctor'), clinician('蒲晓燕', 'nurse')]
    const member_ids = members.map(({ id }) => id)
    await this.put('team', { id: 'team', name: '第二团队', organization_id: 'centre', phone: '0817-5550136', leader_id: '杜海棠', member_ids, service_area: [], is_active: true })
    await this.put('organization', { id: 'centre', kind: 'primary_care', name: '柳溪镇中心卫生院', latitude: 30.8, longitude: 106.08 })
    await this.put('clinician', ...members)
    await this.put('service_item', ...Object.entries(asked).map(([code, of]) => item(code, of as Partial<ServiceItemBody>)))
    await this.put('rule_table', ...Object.entries({ ...tables, decline_reasons: [REASONS] }).map(([name, [values]]) => ({ id: name, name, version: 1, effective_from: '2025-01-01', values })))
  }
}

const REASONS = { decline: ['no_capacity', 'other'], cancel: ['resident_away', 'other'], abort: [] }

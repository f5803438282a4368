import { flushPromises, mount, type DOMWrapper, type VueWrapper } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { loadSession, type Role } from '@/api/session'
import { announce, EVERYTHING } from '@/db/changes'
import { databaseName, eraseDatabase, openDatabase, type Database, type OutboxCommand } from '@/db/database'
import { keepDocuments } from '@/db/testing'
import { deviceDatabase, writeSetting } from '@/db/device'
import { readOutbox } from '@/sync/outbox'
import { registerOverlays, type Overlays } from '@/sync/overlay'
import { words } from '@/ui/testing'

/** For tests of pages: a phone of somebody signed in, with documents on it and no server anywhere. */

export const ME = 'chen'
const ACCOUNT = 'account'
const COUNTY = 1
const tables = import.meta.glob<Overlays>('../*/overlays.ts', { eager: true, import: 'overlays' })
let is_registered = false

export interface Phone {
  db: Database
  /** Puts documents there, as a pull would. */
  write: (kind: string, bodies: readonly object[], bucket?: string) => Promise<void>
  outbox: () => Promise<OutboxCommand[]>
}

export async function phone(role: Role = 'clinician'): Promise<Phone> {
  if (!is_registered) Object.values(tables).forEach(registerOverlays)
  is_registered = true
  const membership = { id: 'membership', county_id: COUNTY, role, subject_id: ME, name: '陈志远' }
  const account = { id: ACCOUNT, realm: 'staff' as const, name: '陈志远', memberships: [membership], scope: 'full' as const, is_expired: false }
  await (await deviceDatabase()).put('accounts', account)
  await writeSetting('current', { account_id: ACCOUNT, membership_id: membership.id })
  await loadSession()
  const name = databaseName(ACCOUNT, COUNTY)
  await eraseDatabase(name)
  const db = await openDatabase(name)
  await db.put('meta', [membership.id], 'complete')
  return {
    db,
    async write(kind, bodies, bucket = 'team:t1') {
      await keepDocuments(db, bodies.map((body) => ({ bucket, kind, body: body as { id: string } })))
      announce(db.name, [EVERYTHING])
    },
    outbox: () => readOutbox(db),
  }
}

/** A page at its address, shown and read. `pattern` is the address with the names of its parts: `/visits/:visit_id`. */
export async function openPage(component: Component, pattern: string, address: string): Promise<{ page: VueWrapper; router: Router }> {
  const nothing = { template: '<p>elsewhere</p>' }
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: pattern, component: nothing }, { path: '/:rest(.*)*', component: nothing }] })
  await router.push(address)
  const page = mount(component, { attachTo: document.body, props: router.currentRoute.value.params, global: { plugins: [router] } }) as VueWrapper
  await settled(page)
  return { page, router }
}

/** Until what was written has been read again and shown. */
export async function settled(part?: VueWrapper): Promise<void> {
  for (let n = 0; n < 12; n += 1) {
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve, 5))
    // Sealing happens beside this thread, in its own order: what was asked for before this is done when this is.
    await crypto.subtle.digest('SHA-256', new Uint8Array(1))
  }
  await part?.vm.$nextTick()
}

/** The button or link of that name; the last one, which is the sheet's if a sheet is open. */
export function named(page: VueWrapper, name: string | RegExp): DOMWrapper<Element> {
  const all = page.findAll('button, a')
  const found = all.filter((one) => (typeof name === 'string' ? words(one) === name : name.test(words(one)))).at(-1)
  if (!found) throw new Error(`no ${String(name)} among ${all.map(words).join(' | ')}`)
  return found
}

export async function press(page: VueWrapper, name: string | RegExp): Promise<void> {
  await named(page, name).trigger('click')
  await settled(page)
}

import { mount, type VueWrapper } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { FakeIdentity, problem } from '@/api/fakeIdentity'
import { signIn } from '@/api/account'
import { currentDatabase, type Membership } from '@/api/session'
import { readOutbox } from '@/sync/outbox'
import { FakeServer } from '@/sync/fakeServer'
import { synchronize } from '@/sync/synchronize'

/** For tests: a phone on which somebody is signed in and has been sent documents. */

export type Sent = [bucket: string, kind: string, id: string, body: object]

export async function phoneOf(membership: Membership, documents: readonly Sent[]): Promise<void> {
  const identity = new FakeIdentity()
  identity.accounts = { account: [membership] }
  identity.answer = () => problem(404, 'core.not_found')
  identity.install()
  await signIn({ phone: 'account', realm: 'family', code: '1' })
  const server = new FakeServer()
  documents.forEach(([bucket, kind, id, body]) => server.write(bucket, kind, id, { id, ...body }))
  await synchronize((await currentDatabase())!, server.transport, membership.id)
}

export interface Shown {
  page: VueWrapper
  router: Router
}

/** A page at its address; every other address is an empty page. */
export async function show(component: Component, path: string, pattern = path.split('?')[0]!): Promise<Shown> {
  const empty = { template: '<p>elsewhere</p>' }
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: pattern, component }, { path: '/:page(.*)*', component: empty }] })
  await router.push(path)
  const page = mount({ template: '<RouterView />' }, { attachTo: document.body, global: { plugins: [router] } })
  return { page, router }
}

/** What this phone has still to hand in: kind and payload. */
export async function outbox(): Promise<[kind: string, payload: unknown][]> {
  return (await readOutbox((await currentDatabase())!)).map(({ kind, payload }) => [kind, payload])
}

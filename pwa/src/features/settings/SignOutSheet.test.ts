// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { eraseDevice, signIn } from '@/api/account'
import { currentDatabase, session, type Membership } from '@/api/session'
import { enqueue, readOutbox } from '@/sync/outbox'
import { watchStatus } from '@/sync/status'
import { mountPart, words } from '@/ui/testing'
import { phoneOf } from '../family/testing'
import SignOutSheet from './SignOutSheet.vue'

const NURSE: Membership = { id: 'm', county_id: 1, role: 'clinician', subject_id: 'nurse', name: '蒲晓燕' }
let stop: () => void

beforeEach(async () => {
  // happy-dom has no animations to wait for, and no dialogs of its own.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) { this.open = true }
  await phoneOf(NURSE, [])
  stop = watchStatus()
})
afterEach(async () => {
  stop()
  document.body.innerHTML = ''
  await eraseDevice()
  vi.unstubAllGlobals()
})
const sheet = () => document.querySelector('.sheet')!
const text = () => words({ text: () => sheet().textContent })
const tap = (label: string) => [...sheet().querySelectorAll('button')].find((one) => one.textContent.includes(label))!.click()
const soon = (check: () => void) => vi.waitFor(check)

test('with nothing unsent one button leaves', async () => {
  mountPart(SignOutSheet, { props: { open: true } })
  await soon(() => expect(text()).toContain('要退出登录？'))
  tap('退出登录')
  await soon(() => expect(session()).toBeNull())
})

test('unsent work is counted and named as what stays sealed; it is there again for the same person', async () => {
  await enqueue((await currentDatabase())!, 'm', { kind: 'visits.depart', entity_id: 'v', payload: {}, hold_ms: 60_000 })
  mountPart(SignOutSheet, { props: { open: true } })
  await soon(() => expect(text()).toContain('还有1条没送出去'))
  expect(text()).toContain('先送出去')
  tap('照样退出')
  await soon(() => expect(session()).toBeNull())

  await signIn({ phone: 'account', realm: 'staff', code: '1' })
  expect((await readOutbox((await currentDatabase())!)).map(({ kind }) => kind)).toEqual(['visits.depart'])
})

test('sending first closes the sheet and keeps everybody in', async () => {
  await enqueue((await currentDatabase())!, 'm', { kind: 'visits.depart', entity_id: 'v', payload: {}, hold_ms: 60_000 })
  const part = mountPart(SignOutSheet, { props: { open: true } })
  await soon(() => expect(text()).toContain('先送出去'))
  tap('先送出去')
  expect(part.emitted('close')).toHaveLength(1)
  expect(session()?.membership?.id).toBe('m')
})

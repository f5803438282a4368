// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import SyncPill from './SyncPill.vue'
import { mountPart } from './testing'

const SYNCED = { last_synced_at: '2026-11-24T01:42:00Z', waiting_count: 0, attention_count: 0, is_uploading: false, is_offline: false, is_expired: false, is_complete: true }
const pill = (status: object) => mountPart(SyncPill, { props: { status: { ...SYNCED, ...status } } })

describe('what it says', () => {
  test.each([
    ['all is there', {}, '9:42已同步'],
    ['never yet', { last_synced_at: null }, '还没同步'],
    ['sending', { is_uploading: true, waiting_count: 2 }, '正在上传'],
    ['waiting', { waiting_count: 2 }, '2条待上传'],
    ['no signal', { is_offline: true, waiting_count: 3 }, '没信号，存了3条'],
    ['no signal, nothing kept', { is_offline: true }, '没信号，照常做'],
    ['something asks for the person', { attention_count: 1, is_offline: true, waiting_count: 3 }, '1条要您看'],
    ['signed out by the server', { is_expired: true, waiting_count: 3 }, '请您再登录一次'],
  ])('%s', (_, status, expected) => {
    expect(pill(status).get('button').text()).toBe(expected)
  })
})

test('a change is announced once, politely; sending and the time are not news', async () => {
  const part = pill({ waiting_count: 2 })
  const become = (status: object) => part.setProps({ status: { ...SYNCED, ...status } })
  const said = () => part.get('[role=status]').text()
  expect(said()).toBe('')
  await become({ waiting_count: 2, is_uploading: true })
  expect(said()).toBe('')
  await become({ waiting_count: 3, is_offline: true })
  expect(said()).toBe('没信号，存了3条')
  await become({})
  await become({ last_synced_at: '2026-11-24T01:43:00Z' })
  expect(part.get('button').text()).toBe('9:43已同步')
  expect(said()).toBe('9:42已同步')
})

test('it is a button to the list', async () => {
  let opened = 0
  await mountPart(SyncPill, { props: { status: SYNCED }, attrs: { onClick: () => { opened += 1 } } }).get('button').trigger('click')
  expect(opened).toBe(1)
})

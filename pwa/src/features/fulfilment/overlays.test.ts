import { expect, test } from 'vitest'
import type { Docs, PendingCommand } from '@/sync'
import type { FulfilmentBody } from './bodies'
import { overlays } from './overlays'

const body: FulfilmentBody = {
  id: 'f', resident_id: 'r', contract_id: null, team_id: 't', item_code: 'D01', how: 'home', encounter_id: 'v', visit_id: 'v', follow_up_id: null,
  done_at: '2026-11-20T02:00:00Z', done_on: '2026-11-20', ended_at: '2026-11-20T02:00:00Z', status: 'counted', is_counted: true, is_answered: false, doubt: null,
}

function run(kind: string, payload: object, all: FulfilmentBody[] = [body]): FulfilmentBody[] {
  const docs: Docs = { get: <B>(_kind: string, id: string) => all.find((one) => one.id === id) as B | undefined, all: <B>() => all as B[] }
  const command = { id: 'c', kind, entity_id: 'f', payload, state: 'waiting', occurred_at: '2026-11-21T02:00:00Z', is_clock_doubtful: false } as unknown as PendingCommand<never>
  return overlays[kind]!(docs, command).map((effect) => effect.body as FulfilmentBody)
}

test('what the resident denies counts no more, at once', () => {
  const [denied] = run('fulfilment.contradict', { reason: 'nobody_came', note: null })
  expect(denied).toMatchObject({ is_counted: false, status: 'doubted', doubt: { status: 'open', reason: 'nobody_came' } })
  expect(run('fulfilment.contradict', { reason: 'other', note: null }, [denied!])).toEqual([])
})

test('a decision closes it, either way; without a doubt there is none', () => {
  const [denied] = run('fulfilment.contradict', { reason: 'nobody_came', note: null })
  expect(run('fulfilment.decide', { decision: 'uphold', note: '是' }, [denied!])).toMatchObject([{ is_counted: false, doubt: { status: 'upheld', decision_note: '是' } }])
  expect(run('fulfilment.decide', { decision: 'dismiss', note: '去了' }, [denied!])).toMatchObject([{ is_counted: true, doubt: { status: 'dismissed' } }])
  expect(run('fulfilment.decide', { decision: 'dismiss', note: '去了' })).toEqual([])
})

test('one answer is for everything that was done together, and for nobody else', () => {
  const other = { ...body, id: 'g', item_code: 'C05' }
  const neighbour = { ...body, id: 'h', resident_id: 'n' }
  expect(run('fulfilment.rate', { score: 5 }, [body, other, neighbour]).map(({ id }) => id)).toEqual(['f', 'g'])
})

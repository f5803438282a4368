import { expect, test } from 'vitest'
import { worthSaying } from './dropped'

const at = '2026-11-22T01:00:00Z'

test('all buckets that were closed together are one sentence, two teams are two', () => {
  const drops = [
    { bucket: 'county', reason: 'closed', at }, { bucket: 'team:1', reason: 'closed', at }, { bucket: 'team:2', reason: 'left', at }, { bucket: 'team:3', reason: 'left', at },
  ] as const
  expect(worthSaying(drops).map(({ bucket, reason }) => `${reason} ${bucket}`)).toEqual(['closed team:1', 'left team:2', 'left team:3'])
})

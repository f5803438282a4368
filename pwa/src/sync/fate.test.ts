import { expect, test } from 'vitest'
import { DOUBT_MS, fateOf, MOMENT_MS, type CommandFate, type Fate } from './fate'

const NOW = 1_000_000_000
const KEPT = { kept_at: NOW - MOMENT_MS - 1, is_handed_in: false }
const SENT = { ...KEPT, is_handed_in: true, uploaded_at: NOW - 1 }

test.each<[string, Partial<typeof SENT> & { problem_code?: string }, CommandFate, boolean, Fate]>([
  ['its command waits', {}, 'waiting', false, 'wait'],
  ['its command is on its way', {}, 'sending', false, 'wait'],
  ['its command was refused: the person decides', {}, 'refused', false, 'wait'],
  ['its command is through', {}, 'applied', false, 'send'],
  ['its command is with the leader', {}, 'held', false, 'send'],
  ['taken back', {}, undefined, false, 'drop'],
  ['just taken, its command not written yet', { kept_at: NOW }, undefined, false, 'wait'],
  ['a leader has the command, and the person has let it go here', { is_handed_in: true }, undefined, false, 'send'],
  ['sent, and the visit says so', SENT, 'applied', true, 'drop'],
  ['sent, the visit does not say so yet', SENT, 'applied', false, 'wait'],
  ['sent, and a day later the visit does not say so', { ...SENT, uploaded_at: NOW - DOUBT_MS - 1 }, 'applied', false, 'send'],
  ['sent, the command held', SENT, 'held', false, 'drop'],
  ['sent, the command long forgotten', SENT, undefined, false, 'drop'],
  ['sent, and the command goes again after a restore', SENT, 'waiting', true, 'wait'],
  ['the server will not have it', { is_handed_in: true, problem_code: 'attachments.invalid.type' }, 'applied', false, 'wait'],
  ['the server will not have it, and it was taken back', { problem_code: 'attachments.invalid.type' }, undefined, false, 'drop'],
])('%s', (_what, photo, command, is_settled, fate) => {
  expect(fateOf({ ...KEPT, ...photo }, command, is_settled, NOW)).toBe(fate)
})

import type { Attachment, CommandState } from '../db/database'

/** What became of the command that names a photo; undefined: it is on this phone no longer, or not yet. */
export type CommandFate = CommandState | 'applied' | undefined

/** What to do with a photo now. */
export type Fate = 'wait' | 'send' | 'drop'

/** A photo is written a moment before its command. */
export const MOMENT_MS = 60_000
/** The server says it has it, and the visit does not: it is asked once more. */
export const DOUBT_MS = 86_400_000

/**
 * Records first, photos after: one goes when its command is through. It leaves the phone when the server has all of it and its
 * visit says so (`is_settled`), or when nobody wants it any more.
 */
export function fateOf(photo: Pick<Attachment, 'kept_at' | 'is_handed_in' | 'uploaded_at' | 'problem_code'>, command: CommandFate, is_settled: boolean, now: number): Fate {
  const { kept_at, is_handed_in, uploaded_at, problem_code } = photo
  if (command === 'waiting' || command === 'sending' || command === 'refused') return 'wait'
  // Taken back, or let go after a refusal.
  if (!command && !is_handed_in) return now - kept_at > MOMENT_MS ? 'drop' : 'wait'
  if (problem_code !== undefined) return 'wait'
  if (uploaded_at === undefined) return 'send'
  // The leader has the command of one that is held; of one that is forgotten here the server has everything.
  if (is_settled || command === 'held' || !command) return 'drop'
  return now - uploaded_at > DOUBT_MS ? 'send' : 'wait'
}

import type { Database } from '../db/database'

/** What has not been handed in: commands on this phone and photos that the server has not refused. */
export async function countWaiting(db: Database): Promise<number> {
  const [commands, photos, refused] = await Promise.all([db.getAll('outbox'), db.count('attachments'), db.countFromIndex('attachments', 'problem_code')])
  return commands.filter(({ state }) => state === 'waiting').length + photos - refused
}

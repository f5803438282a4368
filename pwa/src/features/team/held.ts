import type { HeldCommandBody } from '../shared/documents'

/** Work that was done in good faith and waits for the leader: what belongs to one visit by one person is one decision. */

export interface HeldWork {
  /** The visit, or whatever the work is about. */
  entity_id: string
  account_name: string
  resident_ids: string[]
  /** Also of those who are on another team's phones now. */
  resident_names: string[]
  /** For which team it was done, and who cares for them now if that is another. */
  from_team_id: string | null
  to_team_id: string | null
  /** In the order in which it was done. */
  commands: HeldCommandBody[]
  /** Why the first of it was held; what only followed on it has no reason of its own. */
  code: string
  occurred_at: string
}

const FOLLOWED = 'sync.held.depends_on_held'

export function heldWork(commands: readonly HeldCommandBody[]): HeldWork[] {
  const groups = new Map<string, HeldCommandBody[]>()
  for (const command of [...commands].sort((a, b) => a.occurred_at.localeCompare(b.occurred_at) || a.id.localeCompare(b.id))) {
    const key = `${command.entity_id} ${command.account_name}`
    groups.set(key, [...(groups.get(key) ?? []), command])
  }
  const works = [...groups.values()].map((of): HeldWork => {
    const first = of[0]!
    return {
      entity_id: first.entity_id,
      account_name: first.account_name,
      resident_ids: [...new Set(of.flatMap(({ resident_ids }) => resident_ids))],
      resident_names: [...new Set(of.flatMap(({ resident_names }) => resident_names))],
      from_team_id: first.from_team_id,
      to_team_id: first.team_ids.find((id) => id !== first.from_team_id) ?? null,
      commands: of,
      code: (of.find(({ code }) => code !== FOLLOWED) ?? first).code,
      occurred_at: first.occurred_at,
    }
  })
  return works.sort((a, b) => a.occurred_at.localeCompare(b.occurred_at))
}

/** The obstacle in one word, the last of the code: `reassigned`, `cancelled`, `terminated`, `wrong_team` … */
export function obstacleOf(code: string): string {
  return code.slice(code.lastIndexOf('.') + 1)
}

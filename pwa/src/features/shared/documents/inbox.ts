/** Messages, and work that was held. */

/** One message of the inbox; its text is `code` with `values`, and it leads to `url`. */
export interface NoticeBody {
  id: string
  kind: string
  code: string
  values: Record<string, string>
  url: string | null
  created_at: string
  read_at: string | null
}

/** What became of work of one's own that was held. */
export interface CommandBody {
  id: string
  kind: string
  entity_id: string
  occurred_at: string
  code: string
  status: 'open' | 'filed' | 'moved' | 'voided'
  resident_ids: string[]
  resident_names: string[]
  decided_at: string | null
  decided_by_name: string | null
  decision_note: string | null
}

/** Held work on the leader's board; what was done stays with the server until the leader decides. */
export interface HeldCommandBody {
  id: string
  kind: string
  entity_id: string
  occurred_at: string
  code: string
  status: 'open'
  account_name: string
  resident_ids: string[]
  resident_names: string[]
  /** Whose leaders decide. */
  team_ids: string[]
  /** For whom it was done. */
  from_team_id: string | null
  depends_on: string[]
}

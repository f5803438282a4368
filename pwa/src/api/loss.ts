/** What is known of a phone that the browser has cleared. */

export interface Received {
  kind: string
  entity_id: string
  outcome: 'applied' | 'refused' | 'held'
  occurred_at: string
  received_at: string
}

export interface Loss {
  last_pull_at: string | null
  last_push_at: string | null
  /** Null when nothing tells. */
  lost_count: number | null
  /** The newest first. */
  last_received: Received[]
}

/** Kept until the person has read it. */
export interface Wiped extends Loss {
  account_id: string
  noticed_at: string
  /** A lock stood before what was here. Clearing must not be a way around it: its person signs in anew. */
  asks_sign_in: boolean
}

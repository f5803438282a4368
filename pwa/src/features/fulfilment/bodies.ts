/** Bodies of the documents of fulfilment, as `backend/jiayi/fulfilment/sync.py` projects them. */

export type DoubtReason = 'nobody_came' | 'not_done' | 'other_day' | 'other'

export interface DoubtBody {
  status: 'open' | 'upheld' | 'dismissed'
  reason: DoubtReason
  note: string | null
  said_at: string
  decided_at: string | null
  decision_note: string | null
}

export interface FulfilmentBody {
  id: string
  resident_id: string
  contract_id: string | null
  team_id: string
  item_code: string
  how: 'home' | 'clinic' | 'call'
  /** What was done together: the visit, else the follow-up. */
  encounter_id: string
  visit_id: string | null
  follow_up_id: string | null
  done_at: string
  done_on: string
  /** As `done_at`: by it the phone finds the latest. */
  ended_at: string
  status: 'counted' | 'short' | 'doubted'
  is_counted: boolean
  is_answered: boolean
  doubt: DoubtBody | null
  /** The team's only. */
  performed_by?: string | null
  shortfalls?: string[]
  asked?: 'app' | 'call'
}

export type FindingCode = 'sns_1' | 'sns_2' | 'sns_3' | 'sns_5'

export interface FindingBody {
  id: string
  code: FindingCode
  severity: 'red' | 'amber' | 'note'
  resident_id: string
  contract_id: string | null
  since_on: string
  detail: { starts_on?: string; item_code?: string; due_on?: string; item_count?: number; done?: number; quota?: number; day_count?: number; last_on?: string }
}

/** The rule table `fulfilment`, as far as a phone reads it. */
export interface FulfilmentRules {
  readonly items_owed: readonly string[]
  readonly follow_up_items: Readonly<Record<string, string>>
  readonly contradiction_days: number
  readonly ask_days: number
}

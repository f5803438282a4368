/** Contracts and what they give. */

export type ContractStatus =
  | 'draft' | 'pending_review' | 'pending_sign' | 'renewal_signed' | 'active' | 'suspended' | 'expired' | 'terminated' | 'closed_death' | 'voided'
  | 'cancelled' | 'rejected'

/** Other packages, or another team, from a day on; `was_…` ends on the day before. */
export interface AmendmentBody {
  id: string
  status: 'pending_sign' | 'signed' | 'in_force'
  from_on: string
  package_ids: string[] | null
  team_id: string | null
  was_package_ids: string[] | null
  was_team_id: string | null
  reason: string | null
  refund_fen: number | null
  signed_at: string | null
  /** Under what it is signed; only changes of packages have one. */
  text?: { services: { item_code: string; name: string; quota: number | null }[] } | null
}

/** What the institution writes when it ends a contract: the facts. */
export interface LetterBody {
  resident_name: string
  organization_name: string
  team_name: string
  team_phone: string
  reason_code: string
  told_on: string
  ends_on: string
  done_count: number
  offered: { team_name: string; team_phone: string } | null
}

export interface EntitlementBody {
  id: string
  item_code: string
  period_start_on: string
  period_end_on: string
  /** Null is as needed. */
  quota: number | null
  reserved: number
  consumed: number
  left: number | null
}

export interface ContractBody {
  id: string
  resident_id: string
  team_id: string
  status: ContractStatus
  package_ids: string[]
  starts_on: string | null
  ends_on: string | null
  /** From here on missing for family with a lesser scope. */
  organization_id?: string
  years?: number
  channel?: string
  renews_id?: string | null
  household_id?: string | null
  applied_at?: string
  submitted_at?: string | null
  reviewed_at?: string | null
  review_note?: string | null
  reject_reason?: string | null
  /** Who else could look after the resident, when this team does not. */
  suggested_team_ids?: string[]
  is_outside_area?: boolean
  exception_reason?: string | null
  exception_by_name?: string | null
  signed_at?: string | null
  /** Last day of one that ends, or ended, early. */
  ended_on?: string | null
  end_reason?: string | null
  end_note?: string | null
  offered_team_id?: string | null
  letter?: LetterBody | null
  refund_fen?: number | null
  /** Signed that day, and the page's photo or the voice has not come. */
  proof_awaited_since_on?: string | null
  /** Days on which it rests, or rested: from the first until the day of return. */
  suspensions?: { reason_code: string; away_since_on: string; from_on: string; until_on: string | null }[]
  amendments?: AmendmentBody[]
  text_hash?: string | null
  entitlements?: EntitlementBody[]
  version?: number
}

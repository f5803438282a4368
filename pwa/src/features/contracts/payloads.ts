import type { Signature } from '@/ui/signature'

/** What commands about contracts say: the server's schemas of the same names. The contract is the command's `entity_id`. */

export interface ApplyPayload {
  resident_id: string
  team_id: string
  package_ids: string[]
  years?: number
  channel: 'app' | 'home_visit'
}
export interface SubmitPayload {
  consents: { purpose: string; version: number }[]
}
export interface ReviewPayload {
  decision: 'accept' | 'reject'
  note?: string
  reason_code?: string
  /** Why somebody from elsewhere is taken all the same: the leader's word. */
  exception_reason?: string
}
export interface SignPayload {
  method: 'strokes' | 'code' | 'code_and_strokes' | 'paper' | 'fingerprint'
  signer?: 'resident' | 'guardian' | 'proxy'
  signer_name?: string
  strokes?: Signature
  /** As sent to the own phone. */
  code?: string
  /** The signed page, by its photo's bytes, which go apart. */
  photo_sha256?: string
  /** The own voice with a finger-print, by its bytes, which go apart. */
  recording_sha256?: string
  /** Who saw a finger-print being made. */
  witness_name?: string
  /** It was read out, and agreed to aloud. */
  was_heard?: boolean
  guardian_basis?: 'spouse' | 'parent' | 'child' | 'relative' | 'appointed' | 'agreed'
  /** What a child of eight or more says to it. */
  ward_view?: string
  has_own_income?: boolean
}
export interface TerminatePayload {
  reason_code: string
  party: 'resident' | 'institution'
  ended_on?: string
  offered_team_id?: string
  /** Where to, if the resident moves away. */
  note?: string
}
export interface SuspendPayload {
  reason_code: string
  evidence_code: string
  away_since_on: string
}
export interface ResumePayload {
  evidence_code: string
}
export interface AmendPayload {
  amendment_id: string
  package_ids: string[]
  from_on?: string
}
/** Under a change of packages, in the same ways as under a contract. */
export interface SignAmendmentPayload extends SignPayload {
  amendment_id: string
}
export interface ChangeTeamPayload {
  amendment_id: string
  team_id: string
}
/** A household asks in one act: the command's `entity_id` is the household. */
export interface ApplyTogetherPayload {
  team_id: string
  channel: 'app' | 'home_visit'
  members: { id: string; resident_id: string; package_ids: string[]; years: number; consents: { purpose: string; version: number }[] }[]
}

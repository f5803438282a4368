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
}
export interface SignPayload {
  method: 'strokes' | 'code' | 'paper'
  signer?: 'resident' | 'guardian' | 'proxy'
  signer_name?: string
  strokes?: Signature
  /** Of a finger-print on paper. */
  witness_name?: string
}
export interface TerminatePayload {
  reason_code: string
  party: 'resident' | 'institution'
  ended_on?: string
}

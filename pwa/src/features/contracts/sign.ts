import { newId, send } from '@/sync'
import type { ContractBody } from '../shared/documents'
import type { ApplyPayload, ReviewPayload, SignPayload, SubmitPayload } from './payloads'

/** From the wish to the signature as one row of commands, each only after the one before. Written at once; nothing waits. */

export interface Wish {
  resident_id: string
  team_id: string
  package_ids: string[]
  years: number
  /** Consents that were just given, each by itself. */
  purposes: readonly string[]
}

/** Which wording of a consent was agreed to. */
const CONSENT_VERSION = 1

/** Hands the wish to the team. Returns the contract's id and the last command's. */
export async function apply({ purposes, ...wish }: Wish, contract_id = newId()): Promise<{ contract_id: string; last_id: string }> {
  const applied = await send<ApplyPayload>({ kind: 'contracts.apply', entity_id: contract_id, payload: { ...wish, channel: 'home_visit' } })
  return { contract_id, last_id: await submit(contract_id, purposes, [applied]) }
}

export async function submit(contract_id: string, purposes: readonly string[], after: readonly string[] = []): Promise<string> {
  const consents = purposes.map((purpose) => ({ purpose, version: CONSENT_VERSION }))
  return send<SubmitPayload>({ kind: 'contracts.submit', entity_id: contract_id, payload: { consents }, depends_on: [...after] })
}

export async function accept(contract_id: string, after: readonly string[]): Promise<string> {
  return send<ReviewPayload>({ kind: 'contracts.review', entity_id: contract_id, payload: { decision: 'accept' }, depends_on: [...after] })
}

/** To an application as it stands now: refused if somebody else answers first. */
export async function answer({ id, version }: ContractBody, payload: ReviewPayload): Promise<void> {
  await send<ReviewPayload>({ kind: 'contracts.review', entity_id: id, payload, base_version: version })
}

export async function sign(contract_id: string, payload: SignPayload, after: readonly string[]): Promise<void> {
  await send<SignPayload>({ kind: 'contracts.sign', entity_id: contract_id, payload, depends_on: [...after] })
}

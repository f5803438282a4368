import { newId, send } from '@/sync'
import type { ContractBody } from '../shared/documents'
import type { AmendPayload, ApplyTogetherPayload, ChangeTeamPayload, ResumePayload, SignAmendmentPayload, SignPayload, SuspendPayload, TerminatePayload } from './payloads'

/** What is done to a contract in force; refused if somebody else changes it first. */
type Known = Pick<ContractBody, 'id' | 'version'>

export async function suspend({ id, version }: Known, payload: SuspendPayload): Promise<void> {
  await send<SuspendPayload>({ kind: 'contracts.suspend', entity_id: id, payload, base_version: version })
}

export async function resume({ id, version }: Known, payload: ResumePayload): Promise<void> {
  await send<ResumePayload>({ kind: 'contracts.resume', entity_id: id, payload, base_version: version })
}

export async function terminate({ id, version }: Known, payload: TerminatePayload): Promise<void> {
  await send<TerminatePayload>({ kind: 'contracts.terminate', entity_id: id, payload, base_version: version })
}

export async function amend({ id, version }: Known, package_ids: string[]): Promise<void> {
  await send<AmendPayload>({ kind: 'contracts.amend', entity_id: id, payload: { amendment_id: newId(), package_ids }, base_version: version })
}

export async function signAmendment({ id }: Known, amendment_id: string, payload: SignPayload): Promise<void> {
  await send<SignAmendmentPayload>({ kind: 'contracts.sign_amendment', entity_id: id, payload: { ...payload, amendment_id } })
}

export async function withdrawAmendment({ id }: Known): Promise<void> {
  await send({ kind: 'contracts.withdraw_amendment', entity_id: id, payload: {} })
}

export async function changeTeam({ id, version }: Known, team_id: string): Promise<void> {
  await send<ChangeTeamPayload>({ kind: 'contracts.change_team', entity_id: id, payload: { amendment_id: newId(), team_id }, base_version: version })
}

export async function applyTogether(household_id: string, payload: ApplyTogetherPayload): Promise<void> {
  await send<ApplyTogetherPayload>({ kind: 'contracts.apply_together', entity_id: household_id, payload })
}

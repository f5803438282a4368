import { addDays, localTime } from '@/i18n/calendar'
import type { Docs, Effect, Overlays, PendingCommand } from '@/sync'
import type { ContractBody, ContractStatus, EntitlementBody, OrganizationBody, PackageBody, ResidentBody, RuleTableBody, TeamBody } from '../shared/documents'
import { inForce } from '../shared/ruleTables'
import { factsOf } from './facts'
import { mergedQuotas } from './packages'
import { isLive, LIVE } from './life'
import type { AmendPayload, ApplyPayload, ApplyTogetherPayload, ChangeTeamPayload, ReviewPayload, SignAmendmentPayload, SignPayload, SuspendPayload, TerminatePayload } from './payloads'
import { termOf, type ContractTerms } from './term'

/** What a command about a contract will have done. A contract signed at the kitchen table gives its services at once. */

/** From which states a contract takes which step. */
function step(docs: Docs, id: string, from: readonly ContractStatus[], change: (contract: Readonly<ContractBody>) => Partial<ContractBody>): Effect[] {
  const contract = docs.get<ContractBody>('contract', id)
  return contract && from.includes(contract.status) ? [{ kind: 'contract', id, body: { ...contract, ...change(contract) } }] : []
}

export const overlays: Overlays = {
  'contracts.apply': (docs, { entity_id: id, payload, occurred_at }: PendingCommand<ApplyPayload>) => {
    if (docs.get('contract', id)) return []
    const { resident_id, team_id, package_ids, years = 1, channel } = payload
    const before = docs.all<ContractBody>('contract').find((one) => one.resident_id === resident_id && isLive(one))
    const body: ContractBody = {
      id, resident_id, team_id, package_ids, years, channel, status: 'draft', starts_on: null, ends_on: null, applied_at: occurred_at, renews_id: before?.id ?? null,
      organization_id: docs.get<TeamBody>('team', team_id)?.organization_id ?? '', signed_at: null, entitlements: [], version: 0,
    }
    return [{ kind: 'contract', id, body }]
  },
  'contracts.submit': (docs, { entity_id, occurred_at }) => step(docs, entity_id, ['draft'], () => ({ status: 'pending_review', submitted_at: occurred_at })),
  'contracts.review': (docs, { entity_id, payload, occurred_at }: PendingCommand<ReviewPayload>) =>
    step(docs, entity_id, ['pending_review'], () => ({
      status: payload.decision === 'accept' ? 'pending_sign' : 'rejected', reviewed_at: occurred_at, review_note: payload.note ?? null,
      reject_reason: payload.reason_code ?? null, exception_reason: payload.exception_reason ?? null,
    })),
  'contracts.sign': (docs, { entity_id, occurred_at }: PendingCommand<SignPayload>) =>
    step(docs, entity_id, ['pending_sign'], (contract) => signed(docs, contract, occurred_at)),
  'contracts.cancel': (docs, { entity_id }) => step(docs, entity_id, ['draft', 'pending_review', 'pending_sign'], () => ({ status: 'cancelled' })),
  'contracts.terminate': (docs, { entity_id, payload, occurred_at }: PendingCommand<TerminatePayload>) =>
    step(docs, entity_id, LIVE, () => {
      const [today, ended_on] = [localTime(occurred_at).on, payload.ended_on ?? localTime(occurred_at).on]
      return { ended_on, end_reason: payload.reason_code, offered_team_id: payload.offered_team_id ?? null, ...(ended_on <= today ? { status: 'terminated' as const } : {}) }
    }),
  'contracts.suspend': (docs, { entity_id, payload, occurred_at }: PendingCommand<SuspendPayload>) =>
    step(docs, entity_id, ['active'], ({ suspensions = [] }) => ({
      status: 'suspended',
      suspensions: [...suspensions, { reason_code: payload.reason_code, away_since_on: payload.away_since_on, from_on: localTime(occurred_at).on, until_on: null }],
    })),
  'contracts.resume': (docs, { entity_id, occurred_at }) =>
    step(docs, entity_id, ['suspended'], ({ suspensions = [] }) => ({
      status: 'active', suspensions: suspensions.map((one) => (one.until_on ? one : { ...one, until_on: localTime(occurred_at).on })),
    })),
  'contracts.amend': (docs, { entity_id, payload, occurred_at }: PendingCommand<AmendPayload>) =>
    step(docs, entity_id, ['active'], ({ amendments = [] }) => ({
      amendments: [...amendments, {
        id: payload.amendment_id, status: 'pending_sign', from_on: payload.from_on ?? addDays(localTime(occurred_at).on, 1), package_ids: payload.package_ids, team_id: null,
        was_package_ids: null, was_team_id: null, reason: null, refund_fen: null, signed_at: null,
      }],
    })),
  'contracts.sign_amendment': (docs, { entity_id, payload, occurred_at }: PendingCommand<SignAmendmentPayload>) =>
    step(docs, entity_id, ['active'], ({ amendments = [] }) => ({
      amendments: amendments.map((one) => (one.id === payload.amendment_id ? { ...one, status: 'signed', signed_at: occurred_at } : one)),
    })),
  'contracts.withdraw_amendment': (docs, { entity_id }) =>
    step(docs, entity_id, LIVE, ({ amendments = [] }) => ({ amendments: amendments.filter(({ status }) => status === 'in_force') })),
  'contracts.change_team': (docs, { entity_id, payload }: PendingCommand<ChangeTeamPayload>) => step(docs, entity_id, ['active'], () => ({ team_id: payload.team_id })),
  'contracts.apply_together': (docs, { entity_id: household_id, payload, occurred_at }: PendingCommand<ApplyTogetherPayload>) =>
    payload.members.filter(({ id }) => !docs.get('contract', id)).map(({ id, resident_id, package_ids, years }) => ({
      kind: 'contract', id,
      body: {
        id, resident_id, team_id: payload.team_id, package_ids, years, channel: payload.channel, household_id, status: 'pending_review', starts_on: null, ends_on: null,
        applied_at: occurred_at, submitted_at: occurred_at, renews_id: null, entitlements: [], version: 0,
      } satisfies ContractBody,
    })),
}

function signed(docs: Docs, contract: Readonly<ContractBody>, occurred_at: string): Partial<ContractBody> {
  const on = localTime(occurred_at).on
  const terms = inForce<ContractTerms>(docs.all<RuleTableBody>('rule_table'), 'contract_terms', on)
  const before = contract.renews_id ? docs.get<ContractBody>('contract', contract.renews_id) : undefined
  if (!terms) return { status: 'active', signed_at: occurred_at }
  const term = termOf(on, contract.years ?? 1, terms, before && isLive(before) ? before.ends_on : null)
  const is_ahead = !!before && isLive(before) && !!before.ends_on
  return { ...term, status: is_ahead ? 'renewal_signed' : 'active', signed_at: occurred_at, entitlements: entitlements(docs, contract, term.starts_on, on) }
}

/** What the packages give in the first year; the server gives the rows their own ids. */
function entitlements(docs: Docs, { id, resident_id, package_ids }: Readonly<ContractBody>, starts_on: string, on: string): EntitlementBody[] {
  const resident = docs.get<ResidentBody>('resident', resident_id)
  if (!resident) return []
  const home = resident.elder_home_id ? docs.get<OrganizationBody>('organization', resident.elder_home_id) : undefined
  const all = docs.all<PackageBody>('package')
  const by_code = new Map(all.filter(({ status }) => status === 'published').map((one) => [one.code, one]))
  const held = all.filter((one) => package_ids.includes(one.id))
  const { ends_on } = termOf(starts_on, 1, { starts_after_days: 0 })
  return [...mergedQuotas(held, by_code, factsOf(resident, home, on), on)].map(([item_code, quota]) => ({
    id: `${id} ${item_code}`, item_code, period_start_on: starts_on, period_end_on: ends_on, quota, reserved: 0, consumed: 0, left: quota,
  }))
}

import type { Documents } from '@/db/documents'
import type { ContractBody, FollowUpBody } from '../shared/documents'
import { ruleTable } from '../shared/ruleTables'
import type { FulfilmentBody, FulfilmentRules } from './bodies'
import { yearPlan, type YearPlan } from './yearPlan'

/** The plan of this contract's running year, from the phone. */
export async function readPlan(docs: Documents, contract: ContractBody, today: string): Promise<YearPlan | undefined> {
  const [fulfilments, follow_ups, rules, schedule] = await Promise.all([
    docs.ofResident<FulfilmentBody>('fulfilment', contract.resident_id),
    docs.ofResident<FollowUpBody>('follow_up', contract.resident_id),
    ruleTable<FulfilmentRules>(docs, 'fulfilment', today),
    ruleTable<{ regular_months: number }>(docs, 'followup_schedule', today),
  ])
  if (!rules || !schedule) return undefined
  return yearPlan({
    contract, rules, today, regular_months: schedule.regular_months,
    fulfilments: fulfilments.map(({ body }) => body as FulfilmentBody), follow_ups: follow_ups.map(({ body }) => body as FollowUpBody),
  })
}

import type { WatchSource } from 'vue'
import type { Documents } from '@/db/documents'
import { useLiveQuery, type LiveQuery } from '@/db/useLiveQuery'
import { todayOn } from '@/i18n/calendar'
import type { ClinicianBody, ContractBody, PackageBody, ResidentBody } from '../shared/documents'
import { myClinicianId } from '../shared/me'
import { ruleTable } from '../shared/ruleTables'
import { factsOf } from './facts'
import { mayHold } from './packages'
import type { ContractTerms } from './term'

/** Those under one roof who have nothing signed and nothing on the way, each with what is meant for them. */
export interface HouseholdWish {
  household_id: string
  team_id: string
  /** Whose door it is. */
  name: string
  years: number
  /** Consents that each of them is asked for. */
  purposes: readonly string[]
  members: { resident: ResidentBody; packages: PackageBody[]; /** Identity that was not checked yet: the server would refuse it. */ is_unknown: boolean }[]
}

const BUSY: readonly ContractBody['status'][] = ['draft', 'pending_review', 'pending_sign', 'renewal_signed', 'active', 'suspended']

export function useHousehold(resident_id: () => string): LiveQuery<HouseholdWish | null> {
  return useLiveQuery((docs) => readHousehold(docs, resident_id(), todayOn()), resident_id as WatchSource)
}

export async function readHousehold(docs: Documents, resident_id: string, today: string): Promise<HouseholdWish | null> {
  const [resident, me, all, packages, terms] = await Promise.all([
    docs.get<ResidentBody>('resident', resident_id), docs.get<ClinicianBody>('clinician', myClinicianId()), docs.all<ResidentBody>('resident'),
    docs.all<PackageBody>('package'), ruleTable<ContractTerms>(docs, 'contract_terms', today),
  ])
  const team_id = me?.body.team_ids.find((id) => id === resident?.body.care_team_id) ?? me?.body.team_ids[0]
  if (!resident?.body.household_id || !team_id || !terms) return null
  const published = packages.map(({ body }) => body as PackageBody).filter(({ status }) => status === 'published').sort((a, b) => b.code.localeCompare(a.code))
  const here = all.map(({ body }) => body as ResidentBody).filter(({ household_id, deceased_on }) => household_id === resident.body.household_id && !deceased_on)
  const free = await Promise.all(here.map(async (one) => {
    const contracts = await docs.ofResident<ContractBody>('contract', one.id)
    return contracts.some(({ body }) => BUSY.includes(body.status)) ? [] : [one]
  }))
  const members = free.flat().map((one) => {
    const facts = factsOf(one, undefined, today)
    return { resident: one, packages: published.filter((body) => mayHold(body, facts, today)), is_unknown: one.identity_level < terms.identity_level_min }
  })
  return { household_id: resident.body.household_id, team_id, name: resident.body.name, years: terms.years_default, purposes: terms.consents_needed, members }
}

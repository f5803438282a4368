import type { WatchSource } from 'vue'
import type { Documents } from '@/db/documents'
import { useLiveQuery, type LiveQuery } from '@/db/useLiveQuery'
import { todayOn } from '@/i18n/calendar'
import type { EnrolmentBody, FollowUpBody, MeasurementBody, ResidentBody, RuleTableBody } from '../shared/documents'
import { inForce } from '../shared/ruleTables'
import type { Vitals } from '../visits/vitals'
import { formTables, type FormTables } from './answers'

/** Somebody's programmes and follow-ups, and what is needed to record one. */
export interface FollowUps {
  resident: ResidentBody
  enrolments: EnrolmentBody[]
  follow_ups: FollowUpBody[]
  /** Newest first. */
  measurements: MeasurementBody[]
  tables: FormTables & { vitals?: Vitals }
}

/** Null: not on this phone. */
export function useFollowUps(resident_id: () => string): LiveQuery<FollowUps | null> {
  return useLiveQuery((docs) => readFollowUps(docs, resident_id()), resident_id as WatchSource)
}

async function readFollowUps(docs: Documents, resident_id: string): Promise<FollowUps | null> {
  const of = async <B>(kind: string): Promise<B[]> => (await docs.ofResident<B>(kind, resident_id)).map(({ body }) => body as B)
  const [resident, enrolments, follow_ups, measurements, rules] = await Promise.all([
    docs.get<ResidentBody>('resident', resident_id), of<EnrolmentBody>('programme_enrolment'), of<FollowUpBody>('follow_up'), of<MeasurementBody>('measurement'),
    docs.all<RuleTableBody>('rule_table'),
  ])
  if (!resident) return null
  const tables = rules.map(({ body }) => body as RuleTableBody)
  const on = todayOn()
  return {
    resident: resident.body as ResidentBody, enrolments: enrolments.sort((a, b) => b.programme.localeCompare(a.programme)), follow_ups,
    measurements: measurements.sort((a, b) => b.measured_at.localeCompare(a.measured_at)), tables: { ...formTables(tables, on), vitals: inForce(tables, 'vitals', on) },
  }
}

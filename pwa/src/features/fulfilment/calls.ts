import type { FulfilmentBody } from './bodies'

/** Whom to ring: one call for what was done together, the longest ago first; none about one's own work. */

export interface Call {
  fulfilment_id: string
  resident_id: string
  team_id: string
  done_on: string
  performer_ids: string[]
}

export function callsOf(lately: readonly FulfilmentBody[], visits: ReadonlyMap<string, { clinician_ids: string[] }>, own_id: string): Call[] {
  const calls = new Map<string, Call>()
  for (const { id, resident_id, team_id, done_on, encounter_id, visit_id, performed_by, asked, is_answered } of lately) {
    const key = `${encounter_id} ${resident_id}`
    if (asked !== 'call' || is_answered || calls.has(key)) continue
    const performer_ids = [...new Set([...(visits.get(visit_id ?? '')?.clinician_ids ?? []), ...(performed_by ? [performed_by] : [])])]
    if (!performer_ids.includes(own_id)) calls.set(key, { fulfilment_id: id, resident_id, team_id, done_on, performer_ids })
  }
  return [...calls.values()].sort((a, b) => a.done_on.localeCompare(b.done_on) || a.fulfilment_id.localeCompare(b.fulfilment_id))
}

import type { Received } from '@/api/loss'
import type { Documents } from '@/db/documents'
import { localTime, todayOn } from '@/i18n/calendar'
import { subjectOf } from '../inbox/describe'
import type { ResidentBody, VisitBody } from '../shared/documents'
import { byId } from '../shared/joins'
import { myClinicianId, myMembershipId } from '../shared/me'
import { listed } from '../shared/people'

/** What the server has of one's work, by whom it was for: as far as the documents have come again. */
export interface HasCome {
  last: (Received & { name: string })[]
  /** Those whom one has been to today, each once. */
  today: string[]
  is_complete: boolean
}

const HOURS_24_MS = 86_400_000

export async function readReceived(docs: Documents, last_received: readonly Received[]): Promise<HasCome> {
  const [under_way, ended, is_complete] = await Promise.all([
    docs.withStatus<VisitBody>('visit', ['en_route', 'in_progress']),
    docs.endedSince<VisitBody>('visit', new Date(Date.now() - HOURS_24_MS).toISOString()),
    docs.isComplete(myMembershipId()),
  ])
  const mine = [...ended, ...under_way].map(({ body }) => body as VisitBody).filter((visit) => isMineToday(visit))
  const people = await byId<ResidentBody>(docs, 'resident', mine.flatMap(({ resident_ids }) => resident_ids))
  const last = await Promise.all(last_received.map(async (one) => ({ ...one, name: await nameOf(docs, one) })))
  return { last, today: [...new Set(mine.flatMap(({ resident_ids }) => resident_ids.flatMap((id) => people.get(id)?.name ?? [])))], is_complete }
}

function isMineToday({ clinician_ids, check_in }: VisitBody): boolean {
  return clinician_ids.includes(myClinicianId()) && !!check_in && localTime(check_in.occurred_at).on === todayOn()
}

async function nameOf(docs: Documents, { kind, entity_id }: Received): Promise<string> {
  const { visit_id } = subjectOf({ kind, entity_id, payload: null })
  const visit = visit_id ? (await docs.get<VisitBody>('visit', visit_id))?.body : undefined
  const people = visit ? await byId<ResidentBody>(docs, 'resident', visit.resident_ids) : new Map<string, ResidentBody>()
  return listed([...people.values()].map(({ name }) => name))
}

import type { OutboxCommand } from '@/db/database'
import type { Documents } from '@/db/documents'
import type { NoticeBody, ResidentBody, VisitBody } from '../shared/documents'
import { myMembershipId } from '../shared/me'
import { listed } from '../shared/people'
import { groupsOf, subjectOf } from './describe'

/** Work for somebody who is not on this phone any more: it goes up, or has gone, and a leader decides where it belongs. */
export interface LeftWork {
  /** As in the groups of what waits. */
  key: string
  visit_id: string | undefined
  resident_ids: string[]
  /** Empty when nothing on the phone says who it was. */
  name: string
  /** What we were told when they left. */
  why: NoticeBody | undefined
  commands: OutboxCommand[]
}

const ABOUT_PEOPLE = /^(visits|followups|prescriptions)\./
const SET_ORDER = 'visits.set_order'

export async function readLeft(docs: Documents): Promise<LeftWork[]> {
  const unsent = (await docs.outbox()).filter(({ kind, state }) => ABOUT_PEOPLE.test(kind) && kind !== SET_ORDER && state !== 'refused')
  if (!unsent.length || !(await docs.isComplete(myMembershipId()))) return []
  const notices = (await docs.all<NoticeBody>('notice')).map(({ body }) => body as NoticeBody)
  const found = await Promise.all(groupsOf(unsent).map((group) => leftOf(docs, notices, group)))
  return found.filter((one) => one !== undefined)
}

async function leftOf(docs: Documents, notices: readonly NoticeBody[], { key, commands }: { key: string; commands: OutboxCommand[] }): Promise<LeftWork | undefined> {
  const subjects = commands.map(subjectOf)
  const visit_id = subjects.find((subject) => subject.visit_id)?.visit_id
  const visit = visit_id === undefined ? undefined : (await docs.get<VisitBody>('visit', visit_id))?.body
  // One begun at the door is on the phone by its own command alone.
  const is_own = commands.some(({ kind }) => kind === 'visits.start_unplanned' || kind === 'visits.request')
  if (visit && !is_own) return undefined
  const resident_ids = [...new Set([...subjects.flatMap(({ resident_id }) => resident_id ?? []), ...(visit?.resident_ids ?? [])])]
  const people = await Promise.all(resident_ids.map((id) => docs.get<ResidentBody>('resident', id)))
  if (people.some((view) => view !== undefined) || (!visit_id && !resident_ids.length)) return undefined
  const told = notices.filter(({ code, url }) => code.startsWith('residents.notice.') && resident_ids.some((id) => url === `/residents/${id}`))
  return { key, visit_id, resident_ids, name: listed([...new Set(told.flatMap(({ values }) => values.resident_name ?? []))]), why: told.at(-1), commands }
}

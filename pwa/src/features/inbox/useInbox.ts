import { currentDatabase } from '@/api/session'
import type { OutboxCommand } from '@/db/database'
import type { Documents } from '@/db/documents'
import { useLiveQuery, type LiveQuery } from '@/db/useLiveQuery'
import { addDays, localTime, todayOn } from '@/i18n/calendar'
import type { CommandBody, ContractBody, EnrolmentBody, FollowUpBody, NoticeBody, ResidentBody, VisitBody } from '../shared/documents'
import { byId } from '../shared/joins'
import { listed } from '../shared/people'
import { teamsToReviewFor } from '../contracts/reviewers'
import { subjectOf } from './describe'
import { readLeft, type LeftWork } from './left'

/** What waits, what asks for the person, what became of held work, and what we were told. */
export interface Inbox {
  attention: OutboxCommand[]
  refused_photos_count: number
  waiting: OutboxCommand[]
  fates: CommandBody[]
  /** Of what waits: for whom we do not care any more. */
  left: LeftWork[]
  /** Who wants to be looked after by us and has no answer yet, the longest wait first. Without a name: somebody whom we do not know yet. */
  applications: { id: string; name: string | undefined; applied_at: string }[]
  notices: NoticeBody[]
  /** Whom a command is about, by its id. */
  names: ReadonlyMap<string, { name: string; to: string }>
}

/** Decisions stay in sight so long. */
const FATES_DAYS = 14
const NOTICES = 60

export function useInbox(): LiveQuery<Inbox> {
  return useLiveQuery(readInbox)
}

async function readInbox(docs: Documents): Promise<Inbox> {
  const [outbox, commands, notices] = await Promise.all([docs.outbox(), docs.all<CommandBody>('command'), docs.all<NoticeBody>('notice')])
  const since = addDays(todayOn(), -FATES_DAYS)
  const fates = commands.map(({ body }) => body as CommandBody).filter(({ decided_at }) => decided_at && localTime(decided_at).on >= since)
  const applications = await readApplications(docs)
  const known = new Map<string, { name: string; to: string }>()
  for (const one of [...outbox, ...fates.map(({ id, kind, entity_id }) => ({ id, kind, entity_id, payload: null }))]) known.set(one.id, await nameOf(docs, one))
  return {
    refused_photos_count: (await (await currentDatabase())?.countFromIndex('attachments', 'problem_code')) ?? 0,
    attention: outbox.filter(({ state }) => state === 'refused' || state === 'held'),
    waiting: outbox.filter(({ state }) => state === 'waiting' || state === 'sending'),
    applications,
    fates: fates.sort((a, b) => b.decided_at!.localeCompare(a.decided_at!)),
    notices: notices.map(({ body }) => body as NoticeBody).sort((a, b) => b.created_at.localeCompare(a.created_at)).slice(0, NOTICES),
    names: known,
    left: await readLeft(docs),
  }
}

async function readApplications(docs: Documents): Promise<Inbox['applications']> {
  const teams = await teamsToReviewFor(docs)
  if (!teams.length) return []
  const asked = (await docs.withStatus<ContractBody>('contract', ['pending_review'])).map(({ body }) => body as ContractBody).filter(({ team_id }) => teams.includes(team_id))
  const people = await byId<ResidentBody>(docs, 'resident', asked.map(({ resident_id }) => resident_id))
  return asked
    .map(({ id, resident_id, applied_at = '' }) => ({ id, name: people.get(resident_id)?.name, applied_at }))
    .sort((a, b) => a.applied_at.localeCompare(b.applied_at))
}

async function nameOf(docs: Documents, command: Pick<OutboxCommand, 'kind' | 'entity_id' | 'payload'>): Promise<{ name: string; to: string }> {
  const { visit_id, contract_id, resident_id } = subjectOf(command)
  const visit = visit_id ? (await docs.get<VisitBody>('visit', visit_id))?.body : undefined
  const contract = contract_id ? (await docs.get<ContractBody>('contract', contract_id))?.body : undefined
  const follow_up = command.kind.startsWith('followups.') ? ((await docs.get<FollowUpBody>('follow_up', command.entity_id)) ?? (await docs.get<EnrolmentBody>('programme_enrolment', command.entity_id)))?.body : undefined
  const ids = resident_id ? [resident_id] : (visit?.resident_ids ?? [contract?.resident_id ?? follow_up?.resident_id].filter((id) => id !== undefined))
  const people = await Promise.all(ids.map((id) => docs.get<ResidentBody>('resident', id)))
  const name = listed(people.flatMap((view) => view?.body.name ?? []))
  return { name, to: visit ? `/visits/${visit_id}` : ids[0] ? `/residents/${ids[0]}` : '' }
}

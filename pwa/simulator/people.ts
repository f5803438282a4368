import type { OutboxCommand } from '@/db/database'
import type { View } from '@/db/documents'
import type { FollowUpBody, HeldCommandBody, ResidentBody, TeamBody, VisitBody } from '@/features/shared/documents'
import type { NewCommand } from '@/sync/outbox'
import type { Chance } from './chance'
import type { App } from './phone'

/** What people do, given what their phone shows: mostly what the app offers, now and then what it would not. */

interface Sight {
  app: App
  chance: Chance
  account_name: string
  is_leader: boolean
  clinician_id: string | null
  visits: View<VisitBody>[]
  residents: ResidentBody[]
  follow_ups: View<FollowUpBody>[]
  teams: TeamBody[]
  held: HeldCommandBody[]
  unsent: OutboxCommand[]
}

type Choice = readonly [weight: number, act: () => Promise<string>]

const HERE = { latitude: 30.8001, longitude: 106.0801, datum: 'wgs84', accuracy_metres: 12 }
const FAR = { ...HERE, latitude: 30.805 }
const STROKES = { w: 300, h: 120, strokes: [[10, 10, 0, 5, 5, 30]] }

/** One thing that a person does. Says what. */
export async function act(app: App, chance: Chance): Promise<string> {
  const sight = await look(app, chance)
  const choice = chance.weighted(sight.clinician_id ? [...fieldWork(sight), ...(sight.is_leader ? leading(sight) : [])] : asFamily(sight))
  return choice ? choice() : 'nothing'
}

/** Says something again that was said before: other words, a second tap, a step back, an answer to a refusal. */
export async function reconsider(app: App, chance: Chance): Promise<string> {
  const { unsent } = await look(app, chance)
  const choices: Choice[] = unsent.flatMap((command): Choice[] => {
    const { id, kind, state, payload } = command
    if (state === 'refused') return [[2, () => app.discard(id).then(() => `lets go ${kind} ${id}`)], [1, () => app.correct(id, payload).then((next: string) => `puts right ${kind} ${id} as ${next}`)]]
    if (state === 'held') return [[0.3, () => app.discard(id).then(() => `has seen that ${kind} ${id} is held`)]]
    const amendable: Choice[] = kind === 'visits.write_note' ? [[4, () => amendNote(app, chance, id)]] : []
    return [...amendable, [1, () => app.withdraw(id).then((gone) => `takes back ${kind} ${id}: ${gone ? 'gone' : 'too late'}`)]]
  })
  return (await chance.weighted(choices)?.()) ?? 'nothing'
}

/** The newest note that this phone has still to hand in, in other words. */
export async function amendNewest(app: App, chance: Chance): Promise<string> {
  const notes = (await (await app.documents()).outbox()).filter(({ kind, state }) => kind === 'visits.write_note' && (state === 'waiting' || state === 'sending'))
  const newest = notes.at(-1)
  return newest ? amendNote(app, chance, newest.id) : 'nothing'
}

async function amendNote(app: App, chance: Chance, id: string): Promise<string> {
  return `amends visits.write_note ${id} as ${await app.amend(id, { note: `另记 ${chance.uuid()}` })}`
}

async function look(app: App, chance: Chance): Promise<Sight> {
  const docs = await app.documents()
  const { account, membership } = app.session()!
  const [visits, residents, follow_ups, teams, held, outbox] = await Promise.all([
    docs.all<VisitBody>('visit'), docs.all<ResidentBody>('resident'), docs.all<FollowUpBody>('follow_up'),
    docs.all<TeamBody>('team'), docs.all<HeldCommandBody>('held_command'), docs.outbox(),
  ])
  const people = residents.map(({ body }) => body).sort((a, b) => a.name.localeCompare(b.name))
  const nameOf = ({ body }: View<{ resident_id?: string; resident_ids?: string[] }>): string =>
    people.find(({ id }) => id === (body.resident_id ?? body.resident_ids?.[0]))?.name ?? ''
  // In an order that does not hang on ids which the server made by chance.
  const inOrder = <B extends { resident_id?: string; resident_ids?: string[] }>(views: View<B>[], when: (body: B) => string): View<B>[] =>
    views.sort((a, b) => nameOf(a).localeCompare(nameOf(b)) || when(a.body as B).localeCompare(when(b.body as B)) || a.id.localeCompare(b.id))
  const leads = teams.filter(({ body }) => body.leader_id === membership!.subject_id)
  return {
    app, chance,
    account_name: account.name,
    is_leader: membership!.role === 'team_leader' && leads.length > 0,
    clinician_id: membership!.role === 'clinician' || membership!.role === 'team_leader' ? membership!.subject_id : null,
    visits: inOrder(visits.filter(({ body }) => 'services' in body), ({ requested_at }) => requested_at),
    residents: people,
    follow_ups: inOrder(follow_ups, ({ due_on }) => due_on ?? ''),
    teams: teams.map(({ body }) => body).sort((a, b) => a.name.localeCompare(b.name)),
    held: held.map(({ body }) => body).sort((a, b) => a.occurred_at.localeCompare(b.occurred_at) || a.id.localeCompare(b.id)),
    unsent: outbox,
  }
}

/** Sends it; one time in ten twice, as when a tap is taken for two. */
async function send({ app, chance }: Sight, command: NewCommand): Promise<string> {
  const id = await app.send(command)
  if (chance.next() > 0.1) return `${command.kind} ${id}`
  return `${command.kind} ${id} and, by a second tap, ${await app.send(command)}`
}

function fieldWork(sight: Sight): Choice[] {
  const { chance, clinician_id, visits, follow_ups, residents } = sight
  const choices = visits.flatMap((view): Choice[] => {
    const is_mine = view.body.clinician_ids.includes(clinician_id!)
    const depends_on = view.pending.filter(({ kind, state }) => state !== 'applied' && ['visits.check_in', 'visits.start_unplanned'].includes(kind)).map(({ id }) => id)
    const work = (weight: number, kind: string, payload: () => unknown, more: Partial<NewCommand> = {}): Choice =>
      [is_mine ? weight : weight / 40, () => send(sight, { kind: `visits.${kind}`, entity_id: view.id, payload: payload(), depends_on, ...more })]
    switch (view.body.status) {
      case 'scheduled':
      case 'en_route':
        return [work(1, 'depart', () => ({})), work(8, 'check_in', () => where(chance)), work(0.5, 'miss', () => ({ reason_code: 'nobody_home', note: chance.uuid() }))]
      case 'in_progress':
        return [
          work(5, 'measure', () => pressure(sight, view.body), { hold_ms: 20_000 }),
          work(5, 'write_note', () => ({ note: `随手记 ${chance.uuid()}` })),
          work(3, 'record_services', () => record(view.body, chance), { hold_ms: 20_000 }),
          work(2, 'confirm', () => ({ method: 'strokes', strokes: STROKES })),
          work(1, 'locate', () => ({ which: 'in', position: HERE })),
          work(3, 'check_out', () => where(chance)),
          work(0.3, 'abort', () => ({ reason_code: 'emergency_120' })),
        ]
      case 'completed':
      case 'verified':
        return [work(0.5, 'write_note', () => ({ note: `补记 ${chance.uuid()}` })), work(0.3, 'measure', () => pressure(sight, view.body))]
      default:
        return []
    }
  })
  const due = follow_ups.filter(({ body }) => body.status === 'due')
  const someone = chance.one(residents)
  return [
    ...choices,
    ...(due.length ? [[2, () => send(sight, followUp(chance, chance.one(due)!))] as const] : []),
    ...(someone ? [[1, () => startUnplanned(sight, someone)] as const] : []),
  ]
}

function leading(sight: Sight): Choice[] {
  const { app, chance, clinician_id, teams, visits, held } = sight
  const led = teams.filter(({ leader_id }) => leader_id === clinician_id)
  const choices = visits.flatMap(({ id, body, pending }): Choice[] => {
    const team = led.find((each) => each.id === body.team_id)
    if (!team) return []
    const before = pending.filter(({ state }) => state !== 'applied').map((command) => command.id)
    const basis = before.length ? { depends_on: before } : { base_version: body.version }
    const decide = (weight: number, kind: string, payload: () => unknown): Choice => [weight, () => send(sight, { kind: `visits.${kind}`, entity_id: id, payload: payload(), ...basis })]
    const assign = (weight: number): Choice => decide(weight, 'assign', () => plan(chance, team.member_ids))
    switch (body.status) {
      case 'requested':
        return [decide(4, 'accept', () => ({})), decide(0.5, 'decline', () => ({ reason_code: 'no_capacity' }))]
      case 'accepted':
        return [assign(6)]
      case 'scheduled':
        return [assign(1), decide(0.5, 'unassign', () => ({})), decide(0.5, 'cancel', () => ({ reason_code: 'resident_changed_mind' }))]
      default:
        return body.review?.status === 'pending' ? [decide(2, 'review', () => ({ decision: chance.next() < 0.5 ? 'approve' : 'return', note: '看过了' }))] : []
    }
  })
  const [first] = held
  if (!first) return choices
  const decision = chance.next() < 0.7 ? 'file' : 'void'
  // In the order of doing, and the leader needs a signal for it.
  return [...choices, [4, () => app.settle([first], decision, '核对过').then(({ count, problem }) => `${decision}s held ${first.kind} ${first.id}: ${count ? 'done' : problem?.code}`)]]
}

function asFamily(sight: Sight): Choice[] {
  const { chance, visits, residents } = sight
  const someone = chance.one(residents)
  const cancellable = visits.filter(({ body }) => ['requested', 'accepted', 'scheduled'].includes(body.status))
  const visit = chance.one(cancellable)
  return [
    ...(someone ? [[3, () => request(sight, someone)] as const] : []),
    ...(visit ? [[1, () => send(sight, { kind: 'visits.cancel', entity_id: visit.id, payload: { reason_code: 'resident_changed_mind' } })] as const] : []),
  ]
}

function request(sight: Sight, { id: resident_id }: ResidentBody): Promise<string> {
  const { app, chance } = sight
  const wish_on = new Date(Date.now() + (1 + chance.below(5)) * 86_400_000).toISOString().slice(0, 10)
  const services = [{ id: app.newId(), resident_id, item_code: chance.one(['B01', 'D01', 'C05'])! }]
  const source = app.session()!.membership!.role === 'resident' ? 'app_resident' : 'app_proxy'
  return send(sight, { kind: 'visits.request', entity_id: app.newId(), payload: { services, wish_on, wish_part: 'any', source } })
}

function startUnplanned(sight: Sight, { id: resident_id }: ResidentBody): Promise<string> {
  const { app, chance } = sight
  const services = [{ id: app.newId(), resident_id, item_code: chance.one(['B01', 'D01'])! }]
  return send(sight, { kind: 'visits.start_unplanned', entity_id: app.newId(), payload: { services, ...where(chance) } })
}

function where(chance: Chance): object {
  if (chance.next() < 0.7) return { position: HERE }
  return { position: FAR, reason_code: 'elder_elsewhere', action_code: 'serve_and_call_leader' }
}

function pressure({ app, chance }: Sight, { resident_ids }: VisitBody): object {
  const values = { systolic: 110 + chance.below(60), diastolic: 60 + chance.below(40) }
  return { measurement_id: app.newId(), resident_id: resident_ids[0], kind: 'blood_pressure', values, unit: 'mmHg' }
}

function record({ services }: VisitBody, chance: Chance): object {
  return { services: services.map(({ id, resident_id, item_code }) => ({ id, resident_id, item_code, outcome: chance.next() < 0.8 ? 'done' : 'not_done' })) }
}

function plan(chance: Chance, member_ids: readonly string[]): object {
  const start = Math.ceil(Date.now() / 3_600_000) * 3_600_000 + (1 + chance.below(200)) * 3_600_000
  return {
    clinician_ids: [chance.one(member_ids)!],
    planned_start_at: new Date(start).toISOString(),
    planned_end_at: new Date(start + 40 * 60_000).toISOString(),
  }
}

function followUp(chance: Chance, { id }: View<FollowUpBody>): NewCommand {
  const [systolic, diastolic] = [120 + chance.below(30), 70 + chance.below(15)]
  const payload = { mode: 'home', systolic, diastolic, symptoms: [], adherence: 'regular', reaction: 'none', has_new_complication: false, note: chance.uuid() }
  return { kind: 'followups.record', entity_id: id, payload, hold_ms: 20_000 }
}

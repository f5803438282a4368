import type { View } from '@/db/documents'
import { newId, send, withdraw } from '@/sync'
import type { OutboxCommand } from '@/db/database'
import type { VisitBody } from '../shared/documents'
import { located } from './locating'
import type { CheckOutPayload, ConfirmPayload, Line, MeasurePayload, RecordPayload, StartPayload, Where } from './payloads'

/** The steps of a visit as commands. Each is written on the phone and returns; nothing here waits for the network. */

/** What must have arrived before anything else of this visit: its beginning, if this phone has still to hand it in. */
const BEGINNING = ['visits.start_unplanned', 'visits.check_in']

/** `also`: further kinds that must have arrived. */
export function parentsOf({ pending }: Pick<View<VisitBody>, 'pending'>, also: readonly string[] = []): string[] {
  const kinds = [...BEGINNING, ...also]
  return pending.filter(({ kind, state }) => kinds.includes(kind) && state !== 'applied').map(({ id }) => id)
}

export async function depart(visit_id: string): Promise<void> {
  await send({ kind: 'visits.depart', entity_id: visit_id, payload: {} })
}

/** At the door: the check is written at once, its position follows. */
export async function checkIn(visit_id: string): Promise<void> {
  await located(visit_id, 'in', () => send<Where>({ kind: 'visits.check_in', entity_id: visit_id, payload: {} }))
}

/** At a door where nobody planned to be. Returns the new visit's id. */
export async function startUnplanned(lines: readonly Omit<Line, 'id'>[]): Promise<string> {
  const visit_id = newId()
  const services = lines.map((line) => ({ id: newId(), ...line }))
  await located(visit_id, 'in', () => send<StartPayload>({ kind: 'visits.start_unplanned', entity_id: visit_id, payload: { services } }))
  return visit_id
}

/** A slip of the finger is noticed within seconds: so long a value can be put right without leaving a second one. */
const SECOND_THOUGHTS_MS = 20_000

/** Keeps a value. One of the same kind that has not left the phone yet is taken back first; one that has stays beside it. */
export async function measure(visit_id: string, payload: Omit<MeasurePayload, 'measurement_id'>, unsent: readonly OutboxCommand[], depends_on: string[]): Promise<void> {
  for (const command of unsent) {
    const said = command.payload as MeasurePayload
    if (command.kind === 'visits.measure' && said.resident_id === payload.resident_id && said.kind === payload.kind) await withdraw(command.id)
  }
  await send<MeasurePayload>({
    kind: 'visits.measure', entity_id: visit_id, payload: { measurement_id: newId(), ...payload }, depends_on, hold_ms: SECOND_THOUGHTS_MS,
  })
}

/** Ticks that have not left the phone yet travel as one. */
export async function record(visit_id: string, services: RecordPayload['services'], unsent: readonly OutboxCommand[], depends_on: string[]): Promise<void> {
  const together = new Map<string, RecordPayload['services'][number]>()
  for (const command of unsent.filter(({ kind }) => kind === 'visits.record_services')) {
    if (!(await withdraw(command.id))) continue
    for (const line of (command.payload as RecordPayload).services) together.set(`${line.resident_id} ${line.item_code}`, line)
  }
  for (const line of services) together.set(`${line.resident_id} ${line.item_code}`, line)
  await send<RecordPayload>({ kind: 'visits.record_services', entity_id: visit_id, payload: { services: [...together.values()] }, depends_on, hold_ms: SECOND_THOUGHTS_MS })
}

export async function writeNote(visit_id: string, note: string, unsent: readonly OutboxCommand[], depends_on: string[]): Promise<void> {
  for (const { id, kind } of unsent) if (kind === 'visits.write_note') await withdraw(id)
  await send({ kind: 'visits.write_note', entity_id: visit_id, payload: { note }, depends_on })
}

export async function confirm(visit_id: string, payload: ConfirmPayload, depends_on: string[]): Promise<void> {
  await send<ConfirmPayload>({ kind: 'visits.confirm', entity_id: visit_id, payload, depends_on })
}

/** Going: written at once, the position follows as at the door. */
export async function checkOut(visit_id: string, payload: CheckOutPayload, depends_on: string[]): Promise<void> {
  await located(visit_id, 'out', () => send<CheckOutPayload>({ kind: 'visits.check_out', entity_id: visit_id, payload, depends_on }))
}

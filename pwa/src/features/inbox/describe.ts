import type { OutboxCommand } from '@/db/database'
import { t } from '@/i18n'

/** Commands in words: what was done, and what can be done when a rule has said no. */

/** `签到`; one that this app has no word for is a record like any other. */
export function kindText(kind: string): string {
  const id = `outbox-kind-${kind.replaceAll('.', '-')}`
  const word = t(id)
  return word === id ? t('outbox-kind-other') : word
}

/**
 * What helps against a refusal. `day`, `code`, `note`: say that part differently; `fields`: what was written, to be changed;
 * `services`: some of what was done, without the others; `plan`, `sign`: done anew on its own page, where it takes the refused
 * one's place; `again`: the same once more; null: look at the person, and let it go.
 */
export type Remedy = 'day' | 'code' | 'note' | 'again' | 'fields' | 'services' | 'plan' | 'sign' | null

const REMEDIES: Readonly<Record<string, Remedy>> = {
  'visits.refused.day_past': 'day',
  'visits.refused.day_too_far': 'day',
  'visits.refused.wrong_code': 'code',
  'visits.refused.no_note': 'note',
  'sync.refused.depends_on_refused': 'again',
  'sync.refused.stale': 'again',
  'app.problem.unknown': 'again',
  'core.busy': 'again',
  'core.error': 'again',
}

/** What no other words would change: the thing itself is over, or not this person's. */
const SETTLED = /\.(wrong_status|deceased|id_exists|id_reused|unknown_kind|cancelled|not_leader|not_team|wrong_team|wrong_clinician|no_team|charged|has_ended|already_enrolled|too_young|not_found|wrong_role|wrong_profession|proxy_scope)$/

/** What is put right on a page of its own, or line by line, and what nothing there would change. */
const ELSEWHERE: Readonly<Record<string, readonly [remedy: Remedy, settled: RegExp]>> = {
  'visits.assign': ['plan', SETTLED],
  'contracts.sign': ['sign', SETTLED],
  'visits.record_services': ['services', /\.(wrong_status|cancelled|deceased|id_reused|unknown_kind|not_found)$/],
}

export function remedyOf(command: Pick<OutboxCommand, 'kind' | 'code' | 'payload'>): Remedy {
  const { kind, code } = command
  const [elsewhere, settled] = ELSEWHERE[kind] ?? []
  // Only a fault of the way there asks for the very same once more.
  if (elsewhere && !/^(core|app)\./.test(code ?? 'app.') && code !== 'sync.refused.depends_on_refused') return settled!.test(code!) ? null : elsewhere
  const editable: Remedy = !SETTLED.test(code ?? '') && fieldsOf(command).length ? 'fields' : null
  const remedy = REMEDIES[code ?? 'app.problem.unknown'] ?? editable
  // Only a wish for a visit has a day that one can choose anew here.
  return remedy === 'day' && kind !== 'visits.request' ? null : remedy
}

/** A part of a refused command that the person can put differently. */
export interface Field {
  path: readonly string[]
  label: string
  is_number: boolean
  value: string
}

/** By kind what was typed: the names of numbers and of words. Numbers of a measurement go by their own names. */
const TYPED: Readonly<Record<string, readonly [numbers: readonly string[], words: readonly string[]]>> = {
  'visits.measure': [[], ['note']],
  'visits.write_note': [[], ['note']],
  'visits.confirm': [[], ['signer_name']],
  'visits.cancel': [[], ['note']],
  'visits.decline': [[], ['note']],
  'visits.abort': [[], ['note']],
  'visits.miss': [[], ['note']],
  'visits.review': [[], ['note']],
  'visits.request': [[], ['wish_note']],
  'contracts.review': [[], ['note']],
  'followups.record': [['systolic', 'diastolic', 'fasting'], ['note']],
  'prescriptions.request_refill': [[], ['note']],
  'prescriptions.decide_refill': [['days'], ['refused_note']],
}

/** What was written in it, to be changed and handed in again; nothing for what only was: a time, a place, a signature. */
export function fieldsOf({ kind, payload }: Pick<OutboxCommand, 'kind' | 'payload'>): Field[] {
  const typed = TYPED[kind]
  if (!typed) return []
  const said = (payload ?? {}) as Record<string, unknown>
  const [numbers, words] = typed
  const measured = Object.entries((said.values ?? {}) as Record<string, unknown>)
  return [
    ...measured.map(([name, value]) => ({ path: ['values', name], label: t(`visits-measure-${name}`), is_number: true, value: text(value) })),
    ...numbers.map((name) => ({ path: [name], label: t(`outbox-field-${name}`), is_number: true, value: text(said[name]) })),
    ...words.map((name) => ({ path: [name], label: t(`outbox-field-${name}`), is_number: false, value: text(said[name]) })),
  ]
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The payload with these parts as they read now; what is left empty and was not there stays away. */
export function changed(payload: unknown, fields: readonly Field[]): object {
  return fields.reduce((next, { path, is_number, value }) => put(next, path, value.trim() && (is_number ? Number(value.trim()) : value.trim())), (payload ?? {}) as object)
}

function put(into: object, [name, ...deeper]: readonly string[], value: string | number): object {
  const { [name!]: before, ...rest } = into as Record<string, unknown>
  if (deeper.length) return { ...rest, [name!]: put(before as object, deeper, value) }
  return value === '' ? rest : { ...rest, [name!]: value }
}

/** The person or the visit that it is about, as the command itself says it. */
export interface Subject {
  resident_id?: string
  visit_id?: string
  contract_id?: string
}

export function subjectOf({ kind, entity_id, payload }: Pick<OutboxCommand, 'kind' | 'entity_id' | 'payload'>): Subject {
  const said = (payload ?? {}) as { resident_id?: string; visit_id?: string; services?: { resident_id: string }[] }
  const resident_id = said.resident_id ?? said.services?.[0]?.resident_id
  const feature = kind.split('.')[0]
  return {
    ...(resident_id ? { resident_id } : {}),
    ...(feature === 'visits' ? { visit_id: entity_id } : said.visit_id ? { visit_id: said.visit_id } : {}),
    ...(feature === 'contracts' ? { contract_id: entity_id } : {}),
  }
}

export interface Group {
  key: string
  commands: OutboxCommand[]
}

/** What waits, by what it is about, in the order of writing. */
export function groupsOf(commands: readonly OutboxCommand[]): Group[] {
  const groups = new Map<string, OutboxCommand[]>()
  for (const command of commands) {
    const { visit_id, contract_id, resident_id } = subjectOf(command)
    const key = visit_id ?? contract_id ?? resident_id ?? command.entity_id
    groups.set(key, [...(groups.get(key) ?? []), command])
  }
  return [...groups].map(([key, of]) => ({ key, commands: of }))
}

/** `签到、量数、签退`: each kind once. */
export function kindsText(commands: readonly OutboxCommand[]): string {
  return [...new Set(commands.map(({ kind }) => kindText(kind)))].join(t('residents-name_mark'))
}

/** A line of what was done at a visit, as it stands in a refused command. */
export interface DoneLine {
  id: string
  resident_id: string
  item_code: string
  outcome: 'done' | 'not_done'
  reason?: string
}

export function linesOf({ kind, payload }: Pick<OutboxCommand, 'kind' | 'payload'>): DoneLine[] {
  return kind === 'visits.record_services' ? ((payload as { services?: DoneLine[] } | null)?.services ?? []) : []
}

/** Where that page is. */
export function pageOf(remedy: Remedy, { entity_id }: Pick<OutboxCommand, 'entity_id'>): string | undefined {
  if (remedy === 'plan') return `/team?plan=${entity_id}`
  return remedy === 'sign' ? `/contracts/${entity_id}` : undefined
}

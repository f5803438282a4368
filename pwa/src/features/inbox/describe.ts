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
 * What helps against a refusal. `day`, `code`, `note`: say that part differently; `again`: the same once more; null: look at the
 * person, and let it go.
 */
export type Remedy = 'day' | 'code' | 'note' | 'again' | null

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

export function remedyOf({ kind, code }: Pick<OutboxCommand, 'kind' | 'code'>): Remedy {
  const remedy = REMEDIES[code ?? 'app.problem.unknown'] ?? null
  // Only a wish for a visit has a day that one can choose anew here.
  return remedy === 'day' && kind !== 'visits.request' ? null : remedy
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

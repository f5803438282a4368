import type { Documents } from '@/db/documents'
import { todayOn } from '@/i18n/calendar'
import type { RuleTableBody } from './documents'

/** The rule tables as the server ships them: what this phone decides by when it is alone. */

/** The values in force on a day; undefined while the first download has not brought them. */
export async function ruleTable<V>(docs: Documents, name: string, on = todayOn()): Promise<V | undefined> {
  return inForce<V>((await docs.all<RuleTableBody<V>>('rule_table')).map(({ body }) => body), name, on)
}

/** Every version of a table, oldest first: for tables that come by the year. */
export async function ruleTableVersions<V>(docs: Documents, name: string): Promise<V[]> {
  const tables = (await docs.all<RuleTableBody<V>>('rule_table')).map(({ body }) => body as RuleTableBody<V>)
  return tables.filter((table) => table.name === name).sort(byAge).map(({ values }) => values)
}

/** Before the first version, the first one: a phone's clock may have fallen back to the factory's. */
export function inForce<V>(tables: readonly RuleTableBody<unknown>[], name: string, on: string): V | undefined {
  const versions = tables.filter((table) => table.name === name).sort(byAge)
  return (versions.filter((table) => table.effective_from <= on).at(-1) ?? versions[0])?.values as V | undefined
}

function byAge(a: RuleTableBody, b: RuleTableBody): number {
  return a.effective_from.localeCompare(b.effective_from) || a.version - b.version
}

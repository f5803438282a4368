import type { Decision } from './decisions'

/** What the elder has agreed to, each purpose by itself. Read with signal only. */

export const PURPOSES = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10'] as const
export type Purpose = (typeof PURPOSES)[number]

export interface ConsentRow {
  purpose: Purpose
  /** When it was given, if it holds. */
  given_at: string | null
}

/** One row a purpose, in their order. Throws ApiProblem. */
export async function readConsents(resident_id: string): Promise<ConsentRow[]> {
  const { api, dataOf } = await import('@/api/client')
  const { items } = await dataOf(api.GET('/api/v1/residents/{resident_id}/consents', { params: { path: { resident_id } } }))
  return PURPOSES.map((purpose) => ({ purpose, given_at: items.find((one) => one.purpose === purpose && !one.withdrawn_at)?.given_at ?? null }))
}

/** The rows as the decisions of this phone leave them, oldest first. */
export function withDecisions(rows: readonly ConsentRow[], decisions: readonly Decision[]): ConsentRow[] {
  return rows.map((row) => {
    const last = decisions.filter((one) => one.kind !== 'end_help' && one.purpose === row.purpose).at(-1)
    if (!last || last.kind === 'end_help') return row
    return { ...row, given_at: last.kind === 'give_consent' ? last.decided_at : null }
  })
}

import type { components } from '@/api/schema'
import { addDays } from '@/i18n/calendar'

/** The figures of an overview, put into the order in which somebody reads them. */

export type Overview = components['schemas']['Overview']
export type Counts = components['schemas']['Counts']
export type Rate = components['schemas']['Rate']

/** One line of a table: an institution, a team or a village. */
export interface Line {
  id: string
  name: string
  /** Whose it is: the institution of a team, the teams of a village. */
  of: string
  /** Narrows the whole page down to it. */
  team_id?: string
  signed: number
  done: number
  due: number
  unserved: number
}

export function teamLines({ teams, organizations }: Pick<Overview, 'teams' | 'organizations'>): Line[] {
  const institutions = new Map(organizations.map(({ organization_id, name }) => [organization_id, name]))
  return teams.map(({ team_id, name, organization_id, counts }) => ({ ...line(team_id, name, counts), of: institutions.get(organization_id) ?? '', team_id })).sort(bySize)
}

/** Only worth a table of its own where there are several. */
export function organizationLines({ organizations }: Pick<Overview, 'organizations'>): Line[] {
  return organizations.length > 1 ? organizations.map(({ organization_id, name, counts }) => line(organization_id, name, counts)).sort(bySize) : []
}

/** `mark` stands between the names of two teams. */
export function villageLines({ villages, teams }: Pick<Overview, 'villages' | 'teams'>, mark: string): Line[] {
  const names = new Map(teams.map(({ team_id, name }) => [team_id, name]))
  return villages
    .map(({ village, team_ids, counts }) => ({ ...line(village, village, counts), of: team_ids.flatMap((id) => names.get(id) ?? []).join(mark) }))
    .filter(({ signed, due }) => signed > 0 || due > 0)
    .sort(bySize)
}

/** Where most have never been served: the first few, as long as there are any. */
export function mostUnserved(lines: readonly Line[], most = 3): Line[] {
  return lines.filter(({ unserved }) => unserved > 0).sort((a, b) => b.unserved - a.unserved || a.name.localeCompare(b.name, 'zh')).slice(0, most)
}

export function lineOf({ signed_count, fulfilled, unserved_count }: Counts): Pick<Line, 'signed' | 'done' | 'due' | 'unserved'> {
  return { signed: signed_count, done: fulfilled.numerator, due: fulfilled.denominator, unserved: unserved_count }
}

function line(id: string, name: string, counts: Counts): Line {
  return { id, name, of: '', ...lineOf(counts) }
}

function bySize(a: Line, b: Line): number {
  return b.signed - a.signed || a.name.localeCompare(b.name, 'zh')
}

/** Days to count on: today, the ends of the last months of this year, the end of last year. */
export function censusDays(today: string, months = 3): string[] {
  const ends: string[] = []
  for (let end = lastOfMonthBefore(today); ends.length < months && end.slice(0, 4) === today.slice(0, 4); end = lastOfMonthBefore(end)) ends.push(end)
  return [today, ...ends, `${Number(today.slice(0, 4)) - 1}-12-31`]
}

function lastOfMonthBefore(on: string): string {
  return addDays(`${on.slice(0, 7)}-01`, -1)
}

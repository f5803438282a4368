import type { FollowUpBody, ResidentBody } from '../shared/documents'
import { groupText, riskOrder } from '../shared/people'

/** Finding somebody among thousands while one types. */

export interface Found {
  resident: ResidentBody
  /** The follow-up that is due first. */
  due_on: string | null
}

/** Everybody alive, those at risk first, then as they live: by village, group and name. */
export function everybody(residents: readonly ResidentBody[], due: readonly FollowUpBody[]): Found[] {
  const first = new Map<string, string>()
  for (const { resident_id, due_on } of due) {
    const known = first.get(resident_id)
    if (!known || due_on < known) first.set(resident_id, due_on)
  }
  return residents
    .filter(({ deceased_on }) => !deceased_on)
    .map((resident) => ({ resident, due_on: first.get(resident.id) ?? null, key: `${riskOrder(resident.risk)}${groupText(resident)} ${resident.name}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

/** What is looked through, in one string; put together once, when somebody first types. */
const words = new WeakMap<ResidentBody, string>()

function wordsOf(resident: ResidentBody): string {
  const known = words.get(resident)
  if (known !== undefined) return known
  const made = [resident.name, groupText(resident), resident.address_text, ...resident.phones.map(({ number }) => number)].join(' ').toLowerCase()
  words.set(resident, made)
  return made
}

/** Every part of what was typed stands somewhere: 丁 石板桥 finds the Dings of that village. */
export function matching(all: readonly Found[], typed: string, village = ''): Found[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return all.filter(({ resident }) => (!village || resident.village === village) && parts.every((part) => wordsOf(resident).includes(part)))
}

/** Villages with how many live there, the largest first. */
export function villagesOf(all: readonly Found[]): { village: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { resident } of all) if (resident.village) counts.set(resident.village, (counts.get(resident.village) ?? 0) + 1)
  return [...counts].map(([village, count]) => ({ village, count })).sort((a, b) => b.count - a.count)
}

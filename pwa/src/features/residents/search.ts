import type { FollowUpBody, ResidentBody } from '../shared/documents'
import { groupText, riskOrder } from '../shared/people'

/** Finding somebody among thousands while one types. */

export interface Found {
  resident: ResidentBody
  /** The follow-up that is due first. */
  due_on: string | null
  /** What is looked through, in one string. */
  words: string
}

/** Everybody alive, those at risk first, then by name as a Chinese dictionary has it. */
export function everybody(residents: readonly ResidentBody[], due: readonly FollowUpBody[]): Found[] {
  const first = new Map<string, string>()
  for (const { resident_id, due_on } of due) {
    const known = first.get(resident_id)
    if (!known || due_on < known) first.set(resident_id, due_on)
  }
  const collator = new Intl.Collator('zh')
  return residents
    .filter(({ deceased_on }) => !deceased_on)
    .map((resident) => ({ resident, due_on: first.get(resident.id) ?? null, words: wordsOf(resident) }))
    .sort((a, b) => riskOrder(a.resident.risk) - riskOrder(b.resident.risk) || collator.compare(a.resident.name, b.resident.name))
}

function wordsOf(resident: ResidentBody): string {
  return [resident.name, groupText(resident), resident.address_text, ...resident.phones.map(({ number }) => number)].join(' ').toLowerCase()
}

/** Every part of what was typed stands somewhere: 丁 石板桥 finds the Dings of that village. */
export function matching(all: readonly Found[], typed: string, village = ''): Found[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return all.filter(({ resident, words }) => (!village || resident.village === village) && parts.every((part) => words.includes(part)))
}

/** Villages with how many live there, the largest first. */
export function villagesOf(all: readonly Found[]): { village: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { resident } of all) if (resident.village) counts.set(resident.village, (counts.get(resident.village) ?? 0) + 1)
  return [...counts].map(([village, count]) => ({ village, count })).sort((a, b) => b.count - a.count)
}

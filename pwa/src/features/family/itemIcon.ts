import type { IconName } from '@/ui/icons'

const OF_ITEM: Record<string, IconName> = {
  C05: 'pill-bottle', C06: 'pill-bottle', C07: 'stethoscope', C09: 'test-tube-diagonal', D02: 'bandage', D03: 'bandage', D11: 'users', E08: 'file-heart',
}
const OF_CATEGORY: Record<string, IconName> = { A: 'clipboard-list', B: 'heart-pulse', C: 'stethoscope', D: 'heart-pulse', E: 'house' }

/** A drawing beside an item's word. */
export function itemIcon(code: string): IconName {
  return OF_ITEM[code] ?? OF_CATEGORY[code[0] ?? ''] ?? 'house'
}

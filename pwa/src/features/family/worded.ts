import type { TextArgs } from '@/i18n'
import { nearDayText, nearMomentText, todayOn } from '@/i18n/dates'

/** Values ready for a text: `…_on` and `…_at` become words as near as can be. The server's twin is `worded` in core/wording.py. */
export function worded(values: Readonly<Record<string, unknown>>, today = todayOn()): TextArgs {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, word(name, value, today)]))
}

function word(name: string, value: unknown, today: string): string {
  if (typeof value !== 'string') return String(value)
  if (name.endsWith('_on')) return nearDayText(value, today)
  return name.endsWith('_at') ? nearMomentText(value, today) : value
}

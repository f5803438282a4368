import { daysBetween } from '@/i18n/calendar'

/**
 * The farmers' calendar beside the date: 十月十八. From a table, because the calendar built into phones is a day off where a
 * new moon falls close to midnight (Spring Festival 2030).
 */

const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const FIRST_ON = '2025-01-29'

/**
 * A year each, 2025 to 2040: bits 15 to 4 are the months from the first on, 1 for 30 days and 0 for 29; the last four bits
 * are the leap month, bit 16 whether it has 30 days.
 */
const YEARS = [
  0x0a6e6, 0x0a4e0, 0x0d260, 0x0ea65, 0x0d530, 0x05aa0, 0x076a3, 0x096d0, 0x04afb, 0x04ad0, 0x0a4d0, 0x1d0b6, 0x0d250, 0x0d520, 0x0dd45, 0x0b5a0,
]

/** `十月十八`, `闰六月初一`; undefined outside of the table. */
export function lunarText(on: string): string | undefined {
  let day = daysBetween(FIRST_ON, on)
  if (day < 0) return undefined
  for (const year of YEARS) {
    for (const { name, length } of months(year)) {
      if (day < length) return name + dayName(day + 1)
      day -= length
    }
  }
  return undefined
}

function months(year: number): { name: string; length: number }[] {
  const leap = year & 0xf
  return MONTHS.flatMap((name, n) => {
    const month = { name: `${name}月`, length: year & (0x8000 >> n) ? 30 : 29 }
    return n + 1 === leap ? [month, { name: `闰${name}月`, length: year & 0x10000 ? 30 : 29 }] : [month]
  })
}

function dayName(day: number): string {
  if (day === 10) return '初十'
  if (day % 10 === 0) return `${DIGITS[day / 10 - 1]}十`
  return ['初', '十', '廿'][Math.floor(day / 10)]! + DIGITS[(day % 10) - 1]!
}

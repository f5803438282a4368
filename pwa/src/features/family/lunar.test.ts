import { expect, test } from 'vitest'
import { lunarText } from './lunar'

test.each([
  ['Spring Festival 2026', '2026-02-17', '正月初一'],
  ['Dragon Boat 2026', '2026-06-19', '五月初五'],
  ['Mid-Autumn 2026', '2026-09-25', '八月十五'],
  ['Double Ninth 2026', '2026-10-18', '九月初九'],
  ['Spring Festival 2027', '2027-02-06', '正月初一'],
  ['Dragon Boat 2027', '2027-06-09', '五月初五'],
  ['Mid-Autumn 2028, after the leap fifth month', '2028-10-03', '八月十五'],
  ['Double Ninth 2029', '2029-10-16', '九月初九'],
  ['Spring Festival 2030', '2030-02-03', '正月初一'],
  ['a tenth', '2026-11-18', '十月初十'],
  ['a twentieth', '2026-11-28', '十月二十'],
  ['after the twentieth', '2026-11-30', '十月廿二'],
  ['New Year’s Eve', '2026-02-16', '腊月廿九'],
  ['the leap sixth month of 2025', '2025-07-25', '闰六月初一'],
  ['the leap third month of 2031', '2031-04-22', '闰三月初一'],
  ['before the table', '2025-01-28', undefined],
  ['after the table', '2041-02-01', undefined],
])('%s', (_, on, shown) => {
  expect(lunarText(on)).toBe(shown)
})

import { addDays, daysBetween } from '@/i18n/calendar'

/**
 * What a contract owes in one of its years, and how that stands. Pure, and the server's `fulfilment/rules.py` in TypeScript:
 * both are held to tests/tables/service_plans.json.
 */

export type WindowState = 'done' | 'overdue' | 'due' | 'ahead' | 'rest'

export interface Owed {
  count: number
  first_on: string
  last_on: string
}

export interface Window {
  number: number
  first_on: string
  last_on: string
  state: WindowState
  done_on: string | null
}

/** Days on which the contract rests: until the day of return. */
export interface Rest {
  from_on: string
  until_on: string | null
}

/**
 * The year is cut into as many even parts as there are services; what counts as done fills them from the first on. Where a
 * follow-up is planned, the next open window ends on its day, and those after it so many months apart, none later than the year.
 * A window that ends while the contract rests is not owed; only what was done beyond all others fills it.
 */
export function windows(owed: Owed, done_on: readonly string[], today: string, due_on: string | null = null, every_months = 3, rests: readonly Rest[] = []): Window[] {
  const done = done_on.filter((on) => on >= owed.first_on && on <= owed.last_on).sort().slice(0, owed.count)
  const days = daysBetween(owed.first_on, owed.last_on) + 1
  const even = Array.from({ length: owed.count }, (_, n) => addDays(owed.first_on, Math.floor((days * (n + 1)) / owed.count) - 1))
  const numbers = [...even.keys()]
  const owing = numbers.filter((n) => !isRest(even[n]!, rests))
  const filled = new Map([...owing, ...numbers.filter((n) => isRest(even[n]!, rests))].map((n, place) => [n, done[place] ?? null]))
  let begins = owed.first_on
  return even.map((even_on, n): Window => {
    const turn = owing.indexOf(n) - done.length
    const last_on = due_on !== null && turn >= 0 ? earlier(addMonths(due_on, every_months * turn), owed.last_on) : even_on
    const first_on = earlier(begins, last_on)
    begins = earlier(addDays(last_on, 1), owed.last_on)
    const day = filled.get(n) ?? null
    const state = !day && isRest(last_on, rests) ? 'rest' : stateOf(first_on, last_on, day, today)
    return { number: n + 1, first_on, last_on, state, done_on: day }
  })
}

function stateOf(first_on: string, last_on: string, done_on: string | null, today: string): WindowState {
  if (done_on) return 'done'
  if (last_on < today) return 'overdue'
  return first_on <= today ? 'due' : 'ahead'
}

function isRest(on: string, rests: readonly Rest[]): boolean {
  return rests.some(({ from_on, until_on }) => from_on <= on && (!until_on || on < until_on))
}

const WORST_FIRST: readonly WindowState[] = ['overdue', 'due', 'done', 'rest', 'ahead']

/** The twelve months of a contract year, each by the worst of what falls into it; at rest where the contract is and nothing else is. */
export function months(first_on: string, found: readonly Window[], rests: readonly Rest[] = []): (WindowState | null)[] {
  return Array.from({ length: 12 }, (_, n) => {
    const begins = addMonths(first_on, n)
    const ends = addMonths(first_on, n + 1)
    const here = found.filter((one) => {
      const on = later(one.done_on ?? one.last_on, first_on)
      return begins <= on && on < ends
    })
    const is_rest = rests.some(({ from_on, until_on }) => from_on < ends && (!until_on || until_on > begins))
    return WORST_FIRST.find((state) => (state === 'rest' && is_rest) || here.some((one) => one.state === state)) ?? null
  })
}

/** The same day some months later, at the latest that month's last day. */
export function addMonths(on: string, count: number): string {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + count, 1))
  const last_day = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last_day))).toISOString().slice(0, 10)
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

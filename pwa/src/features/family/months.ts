/** The same day some months later, at the latest that month's last day; the server's rule of the same name. Pure. */
export function addMonths(on: string, months: number): string {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last))).toISOString().slice(0, 10)
}

/** Amounts as people type them, in whole fen. Pure. */

/** Yuan as typed in fen; undefined for what is no amount. Exact: no fractions of a fen, no floating point. */
export function fenOf(typed: string): number | undefined {
  const found = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(typed.normalize('NFKC').trim() || '0')
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined
}

export function yuanOf(fen: number): string {
  const cents = fen % 100
  return cents ? `${Math.floor(fen / 100)}.${String(cents).padStart(2, '0')}` : String(fen / 100)
}

import { t } from '@/i18n'

/** A sentence whose values are set apart: `name` is which value it is, undefined the words between. */
export interface Piece {
  text: string
  name?: string
}

/** Cuts a text at its values, in whatever order the language puts them. */
export function pieces(id: string, values: Readonly<Record<string, string>>): Piece[] {
  const marked = Object.fromEntries(Object.keys(values).map((name) => [name, `\u0001${name}\u0001`]))
  return t(id, marked).split('\u0001').map((text, n) => (n % 2 ? { text: values[text] ?? '', name: text } : { text })).filter(({ text }) => text)
}

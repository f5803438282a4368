/**
 * Words of danger that somebody wrote when booking: 120 is shown before anything else. Values: the rule table
 * `danger_words`. A denied word is found too: 120 is shown once too often.
 *
 * The twin of danger_words_in in jiayi/visits/booking.py; both are held to tests/tables/danger_words.json.
 */
export interface DangerWords {
  readonly words: readonly string[]
}

export function dangerWordsIn(text: string, table: DangerWords): string[] {
  const written = plain(text)
  return table.words.filter((word) => written.includes(plain(word)))
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, '')
}

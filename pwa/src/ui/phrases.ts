const MARKS = /[，：、]/
/** As many letters as a sheet's title has room for beside 返回, in the large size. */
const LONGEST = 7

/** The class of a short text that is broken between its phrases (`签退，结束上门`) and nowhere else; of another text none. */
export const phrased = (text: string): string | undefined =>
  MARKS.test(text) && text.split(MARKS).every(({ length }) => length <= LONGEST) ? 'phrased' : undefined

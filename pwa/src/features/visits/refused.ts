/** A rule's no: a stable code, whose text is the message of that name, and the values the text takes. */
export interface Refused {
  readonly reason: string
  readonly detail: Readonly<Record<string, string | number>>
}

export function refused(reason: string, detail: Refused['detail'] = {}): Refused {
  return { reason, detail }
}

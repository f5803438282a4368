import { isDeepStrictEqual } from 'node:util'
import type { OutboxCommand } from '@/db/database'
import type { Phone } from './phone'

/** What the phones hold when all is quiet, and how it differs from what they should. */

/** The documents of a bucket as they should be, by `kind id`: version and body. */
export type Buckets = Record<string, Record<string, [version: number, body: object]>>

export interface Fate {
  id: string
  kind: string
  entity_id: string
  account_id: string
  phone: string
  payload: unknown
  depends_on: string[]
  /** As in the outbox; `applied`; or what became of it on the phone. */
  fate: OutboxCommand['state'] | 'applied' | 'withdrawn' | 'let_go' | 'replaced' | 'decided' | 'vanished'
  code?: string | undefined
}

/** Every command that a phone has ever written, as it stood when it was last seen. */
export class Ledger {
  private readonly seen = new Map<string, OutboxCommand>()

  /** To be called after everything that may write commands. */
  async note(phone: Phone): Promise<void> {
    const { outbox, applied } = await (await phone.tab()).app.holdings()
    for (const command of [...outbox, ...applied.map(({ command }) => command)]) {
      this.seen.set(`${phone.name} ${command.id}`, command)
      // What was written, refused with its parent and given a new id since the last look was never seen under the old one.
      const before = command.replaces && `${phone.name} ${command.replaces}`
      if (before && !this.seen.has(before)) this.seen.set(before, { ...command, id: command.replaces!, state: 'refused' })
    }
  }

  async fates(phone: Phone): Promise<Fate[]> {
    await this.note(phone)
    const { app } = await phone.tab()
    const { outbox, applied } = await app.holdings()
    const waiting = new Map(outbox.map((command) => [command.id, command]))
    const done = new Map(applied.map(({ id, command }) => [id, command]))
    const replaced = new Set([...this.seen.values()].flatMap(({ replaces }) => replaces ?? []))
    const fateOf = (command: OutboxCommand): Fate['fate'] => {
      const { id, state } = command
      // Held work that the phone is done with is kept like applied work.
      if (done.has(id)) return done.get(id)!.state === 'held' ? 'decided' : 'applied'
      if (waiting.has(id)) return waiting.get(id)!.state
      if (replaced.has(id)) return 'replaced'
      if (state === 'refused') return 'let_go'
      return command.state === 'waiting' && command.attempt_count === 0 ? 'withdrawn' : 'vanished'
    }
    const account_id = app.session()!.account.id
    return [...this.seen].filter(([key]) => key.startsWith(`${phone.name} `)).map(([, command]) => {
      const { id, kind, entity_id, payload, depends_on } = command
      return { id, kind, entity_id, account_id, phone: phone.name, payload, depends_on, fate: fateOf(command), code: (waiting.get(id) ?? command).code }
    })
  }
}

/** A line for each document that is missing, superfluous, or not as it should be, and for what should be over and is not. */
export async function differences(phone: Phone, expected: Buckets, entitled: readonly string[]): Promise<string[]> {
  const { documents, outbox, unsettled_count, is_complete } = await (await phone.tab()).app.holdings()
  const found = new Map(documents.map((document) => [`${document.bucket} ${document.kind} ${document.id}`, document]))
  const lines: string[] = []
  for (const bucket of entitled) {
    for (const [key, [version, body]] of Object.entries(expected[bucket]!)) {
      const copy = found.get(`${bucket} ${key}`)
      found.delete(`${bucket} ${key}`)
      if (!copy) lines.push(`${bucket} ${key} is missing`)
      else if (copy.version !== version) lines.push(`${bucket} ${key} has version ${copy.version} instead of ${version}`)
      else if (!isDeepStrictEqual(copy.body, body)) lines.push(`${bucket} ${key} reads otherwise`)
    }
  }
  lines.push(...[...found.keys()].map((key) => `${key} should not be here`))
  if (!is_complete) lines.push('the first download never ended')
  if (unsettled_count) lines.push(`${unsettled_count} applied commands are still laid over the documents`)
  const sending = outbox.filter(({ state }) => state === 'sending').length
  if (sending) lines.push(`${sending} commands are still being sent`)
  return lines.map((line) => `${phone.name}: ${line}`)
}

import { ApiProblem, offline } from '../api/problem'
import type { CommandResult, PullAnswer, PulledDocument, Transport, UploadState, WireCommand } from './wire'

/** For tests: the server's side of the wire in memory, exactly once and by bucket, with the network's bad habits. */

type Entry = PulledDocument & { reason?: 'deleted' | 'moved' | 'ended' }

export class FakeServer {
  epoch = 'epoch-1'
  time = new Date().toISOString()
  buckets = new Map<string, Entry[]>()
  /** What the server did, in order, each once. */
  done: WireCommand[] = []
  /** Every batch that reached it. */
  batches: { membership_id: string; ids: string[]; bytes: number }[] = []
  attachments = new Map<string, string>()
  page_size = 1000
  /** Why, of what is dropped. */
  drops: PullAnswer['drops']
  /** How many replies get lost after the work is done. */
  replies_to_lose = 0
  /** Thrown instead of an answer. */
  trouble: ((what: 'pull' | 'push' | 'put', membership_id: string) => ApiProblem | undefined) | undefined
  judge: (command: WireCommand) => Omit<CommandResult, 'id'> = () => ({ outcome: 'applied' })
  /** What applied commands do to the documents. */
  effect: (command: WireCommand) => void = () => undefined
  /** Happens while a push is on its way. */
  meanwhile: () => Promise<unknown> = () => Promise.resolve()
  /** The size of every part that reached it. */
  part_bytes: number[] = []
  private uploads = new Map<string, { type: string; total: number; bytes: number }>()
  private receipts = new Map<string, CommandResult>()

  write(bucket: string, kind: string, id: string, body: object): void {
    this.append(bucket, { bucket, kind, id, version: 0, body })
  }

  remove(bucket: string, kind: string, id: string, reason: Entry['reason'] = 'deleted'): void {
    this.append(bucket, { bucket, kind, id, version: 0, body: {}, reason })
  }

  /** A backup is put back: what was done since is forgotten. */
  restore(epoch: string): void {
    this.epoch = epoch
    this.done = []
    this.receipts.clear()
  }

  readonly transport: Transport = {
    pull: async (membership_id, cursor) => {
      this.fail('pull', membership_id)
      const answer = this.page(cursor)
      this.loseReply()
      return structuredClone(answer)
    },
    push: async (membership_id, json) => {
      this.fail('push', membership_id)
      const commands = JSON.parse(json) as WireCommand[]
      this.batches.push({ membership_id, ids: commands.map(({ id }) => id), bytes: new TextEncoder().encode(json).length })
      const results = commands.map((command) => this.take(command))
      await this.meanwhile()
      this.loseReply()
      return { epoch: this.epoch, server_time: this.time, results }
    },
    attachmentState: async (membership_id, sha256) => {
      this.fail('put', membership_id)
      return this.uploadState(sha256)
    },
    putAttachment: async (membership_id, { sha256, type, data, first, total }) => {
      this.fail('put', membership_id)
      const before = this.uploads.get(sha256) ?? { type, total, bytes: 0 }
      if (!this.uploadState(sha256).is_complete && first !== before.bytes) {
        throw new ApiProblem('attachments.refused.offset', 409, { byte_count: before.bytes })
      }
      this.part_bytes.push(data.byteLength)
      this.uploads.set(sha256, { type, total, bytes: first + data.byteLength })
      if (this.uploadState(sha256).is_complete) this.attachments.set(sha256, type)
      await this.meanwhile()
      this.loseReply()
      return this.uploadState(sha256)
    },
  }

  private uploadState(sha256: string): UploadState {
    const { bytes = 0, total = undefined } = this.uploads.get(sha256) ?? {}
    return { byte_count: bytes, is_complete: bytes === total }
  }

  private take(command: WireCommand): CommandResult {
    const known = this.receipts.get(command.id)
    if (known) return { ...known, replayed: true }
    const result: CommandResult = { id: command.id, ...(this.afterParents(command) ?? this.judge(command)) }
    if (result.outcome === 'waiting' || result.outcome === 'retry') return result
    this.receipts.set(command.id, result)
    if (result.outcome === 'applied') {
      this.done.push(command)
      this.effect(command)
    }
    return result
  }

  private afterParents({ depends_on = [] }: WireCommand): Omit<CommandResult, 'id'> | undefined {
    const outcomes = depends_on.map((id) => this.receipts.get(id)?.outcome)
    if (outcomes.includes(undefined)) return { outcome: 'waiting' }
    if (outcomes.includes('refused')) return { outcome: 'refused', code: 'sync.refused.depends_on_refused' }
    return outcomes.includes('held') ? { outcome: 'held', code: 'sync.held.depends_on_held' } : undefined
  }

  private page(cursor: string | undefined): PullAnswer {
    const from = cursor ? (JSON.parse(cursor) as { epoch: string; places: [string, number][] }) : undefined
    const places = new Map(from?.epoch === this.epoch ? from.places : [])
    const dropped = [...places.keys()].filter((bucket) => !this.buckets.has(bucket))
    dropped.forEach((bucket) => places.delete(bucket))
    const entries = [...this.buckets].flatMap(([bucket, all]) => all.filter(({ version }) => version > (places.get(bucket) ?? 0)))
    const page = entries.slice(0, this.page_size)
    page.forEach(({ bucket, version }) => places.set(bucket, version))
    const documents = page.filter(({ reason }) => !reason)
    const removed = page.flatMap(({ bucket, kind, id, reason }) => (reason ? [{ bucket, kind, id, reason }] : []))
    const is_begun = (!from || from.epoch !== this.epoch) && page.length < entries.length
    const next = JSON.stringify({ epoch: this.epoch, places: [...places] })
    return { cursor: next, more: page.length < entries.length, epoch: this.epoch, server_time: this.time, documents, removed, dropped, ...(is_begun ? { total: entries.length } : {}), ...(dropped.length && this.drops ? { drops: this.drops } : {}) }
  }

  private append(bucket: string, entry: Entry): void {
    const others = (this.buckets.get(bucket) ?? []).filter(({ kind, id }) => kind !== entry.kind || id !== entry.id)
    this.version += 1
    this.buckets.set(bucket, [...others, { ...entry, version: this.version }])
  }

  private version = 0

  private fail(what: 'pull' | 'push' | 'put', membership_id: string): void {
    const problem = this.trouble?.(what, membership_id)
    if (problem) throw problem
  }

  private loseReply(): void {
    if (this.replies_to_lose === 0) return
    this.replies_to_lose -= 1
    throw offline()
  }
}

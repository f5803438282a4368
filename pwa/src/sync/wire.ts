import type { Clock } from './clock'

/** What travels between phone and server, literally. */

export interface PullAnswer {
  cursor: string
  more: boolean
  epoch: string
  server_time: string
  documents: PulledDocument[]
  removed: { bucket: string; kind: string; id: string; reason: 'deleted' | 'moved' | 'ended' | 'revoked' | 'aged' }[]
  /** Buckets that the caller no longer has: erased at once. */
  dropped: string[]
  /** Why; from a server that says so, when something is dropped. */
  drops?: { bucket: string; reason: DropReason }[]
  /** How many documents a download brings that begins with this answer and has more pages. */
  total?: number
}

/** `closed`, `changed`: it comes anew; `left`: not of that team any more; `revoked`: that resident may not be seen any more. */
export type DropReason = 'closed' | 'left' | 'revoked' | 'changed' | 'ended'

export interface PulledDocument {
  bucket: string
  kind: string
  id: string
  version: number
  body: object
}

export interface WireCommand {
  id: string
  kind: string
  entity_id: string
  depends_on?: string[]
  replaces?: string
  base_version?: number
  clock: Clock
  payload: unknown
}

export type Outcome = 'applied' | 'refused' | 'held' | 'waiting' | 'retry'

export interface CommandResult {
  id: string
  outcome: Outcome
  code?: string
  detail?: Record<string, unknown>
  entity_id?: string
  replayed?: boolean
  retry_after_ms?: number
}

export interface PushAnswer {
  epoch: string
  server_time: string
  results: CommandResult[]
}

export interface AttachmentPart {
  sha256: string
  type: string
  data: ArrayBuffer
  first: number
  total: number
}

/** How much of a photo the server has. */
export interface UploadState {
  byte_count: number
  is_complete: boolean
}

/** The way to the server, under one membership's token. Throws ApiProblem. */
export interface Transport {
  pull: (membership_id: string, cursor: string | undefined, limit: number) => Promise<PullAnswer>
  /** `commands` as JSON text, so that what is measured is what is sent. */
  push: (membership_id: string, commands: string) => Promise<PushAnswer>
  attachmentState: (membership_id: string, sha256: string) => Promise<UploadState>
  /** The bytes from `first` on, of `total`. */
  putAttachment: (membership_id: string, part: AttachmentPart) => Promise<UploadState>
}

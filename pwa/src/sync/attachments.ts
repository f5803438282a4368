import { ApiProblem } from '../api/problem'
import { announce, OUTBOX } from '../db/changes'
import type { Attachment, Database } from '../db/database'
import { withRoom } from '../db/space'
import { openCommand, openFile, sealFile } from '../db/work'
import { fateOf, type CommandFate } from './fate'
import { mayTakePhotos } from './room'
import type { Transport } from './wire'

/** Photos and recordings go apart from commands, named by their content: a command says `sha256`, and its bytes follow when it is through. */

/** Small enough to get through before a weak signal breaks off; what has come stays with the server. */
const PART_BYTES = 128 * 1024
/** Commands that name photos and recordings. */
const NAMING = /\.(add_photo|sign)/
/** What came is not what was sent: a bad line may do that once. */
const WRONG_HASH = 'attachments.invalid.hash'

/** The worker takes none, and need not carry how to make room. */
const put = (db: Database, photo: Attachment): Promise<unknown> =>
  import.meta.env.IS_WORKER ? db.put('attachments', photo) : withRoom(db, () => db.put('attachments', photo))

/**
 * Keeps a photo of a visit until it is handed in. Its command is written next. Returns the sha256 that names it. Throws
 * ApiProblem `app.problem.phone_full` while there would be too little room left for records.
 */
export async function keepAttachment(db: Database, membership_id: string, visit_id: string, file: Blob): Promise<string> {
  if (!(await mayTakePhotos())) throw new ApiProblem('app.problem.phone_full', 507)
  const plain = await file.arrayBuffer()
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', plain))
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const data = await sealFile(db, plain)
  if (!(await db.get('attachments', sha256))) {
    await put(db, { sha256, type: file.type, data, membership_id, visit_id, kept_at: Date.now(), is_handed_in: false })
  }
  announce(db.name, [OUTBOX])
  return sha256
}

/** A photo that still lies on this phone. */
export async function readAttachment(db: Database, sha256: string): Promise<Blob | undefined> {
  const kept = await db.get('attachments', sha256)
  return kept && new Blob([await openFile(db, kept.data)], { type: kept.type })
}

/** A photo or recording that the server will not have; without its bytes. */
export type RefusedPhoto = Pick<Attachment, 'sha256' | 'type' | 'visit_id' | 'kept_at'> & { problem_code: string }

/** Those ask for the person: to be taken anew, sent once more, or let go. The oldest first. */
export async function readRefusedPhotos(db: Database): Promise<RefusedPhoto[]> {
  const refused = await db.getAllFromIndex('attachments', 'problem_code')
  const told = refused.map(({ sha256, type, visit_id, kept_at, problem_code }) => ({ sha256, type, visit_id, kept_at, problem_code: problem_code! }))
  return told.sort((a, b) => a.kept_at - b.kept_at)
}

/** The person wants a refused one tried once more. */
export async function sendAttachmentAgain(db: Database, sha256: string): Promise<void> {
  const photo = await db.get('attachments', sha256)
  if (!photo) return
  delete photo.problem_code
  await put(db, photo)
  announce(db.name, [OUTBOX])
}

/** Taken back, come, or let go of. */
export async function dropAttachment(db: Database, sha256: string): Promise<void> {
  await db.delete('attachments', sha256)
  announce(db.name, [OUTBOX])
}

export interface Drain {
  /** Whether a photo's visit says that it has come, or is no longer on this phone. */
  isSettled: (photo: Attachment) => Promise<boolean>
  /** Called between parts: what matters more goes first. */
  between?: () => Promise<unknown>
  /** Wall time in ms: then the turn is over, and others have theirs. */
  until?: number
}

export interface Drained {
  /** Some have come to the server in this turn. */
  is_sent: boolean
  /** Some could go on at once. */
  is_left: boolean
}

/** One at a time; each goes on where it broke off. Throws ApiProblem. */
export async function uploadAttachments(db: Database, transport: Transport, { isSettled, between, until = Infinity }: Drain): Promise<Drained> {
  const drained: Drained = { is_sent: false, is_left: false }
  const keys = await db.getAllKeys('attachments')
  const fates = keys.length ? await commandFates(db) : new Map<string, CommandFate>()
  for (const sha256 of keys) {
    const photo = await db.get('attachments', sha256)
    if (!photo) continue
    const command = fates.get(sha256)
    const fate = fateOf(photo, command, await isSettled(photo), Date.now())
    if (fate === 'drop') await dropAttachment(db, sha256)
    if (fate !== 'send') continue
    if (Date.now() >= until) return { ...drained, is_left: true }
    await put(db, { ...photo, is_handed_in: true })
    const is_whole = await upload(db, transport, photo, between, until)
    if (!is_whole) return { ...drained, is_left: true }
    drained.is_sent = true
    announce(db.name, [OUTBOX])
  }
  return drained
}

/** False when the turn was over before its end. */
async function upload(db: Database, transport: Transport, photo: Attachment, between: Drain['between'], until: number, is_again = false): Promise<boolean> {
  const { sha256, type, membership_id } = photo
  try {
    const data = await openFile(db, photo.data)
    let state = await transport.attachmentState(membership_id, sha256)
    while (!state.is_complete) {
      const first = state.byte_count
      const part = { sha256, type, first, total: data.byteLength, data: data.slice(first, first + PART_BYTES) }
      state = await transport.putAttachment(membership_id, part)
      await between?.()
      if (!state.is_complete && Date.now() >= until) return false
    }
    await put(db, { ...photo, is_handed_in: true, uploaded_at: Date.now() })
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || !isAboutContent(problem)) throw problem
    if (problem.code === WRONG_HASH && !is_again) return upload(db, transport, photo, between, until, true)
    await put(db, { ...photo, is_handed_in: true, problem_code: problem.code })
    announce(db.name, [OUTBOX])
  }
  return true
}

function isAboutContent({ status }: ApiProblem): boolean {
  return status === 413 || status === 422
}

/** What became of the commands that name photos, by the photo. */
async function commandFates(db: Database): Promise<Map<string, CommandFate>> {
  const [applied, outbox] = await Promise.all([db.getAll('applied'), db.getAll('outbox')])
  const told = [...applied.map(({ command }) => ({ command, state: command.state === 'held' ? command.state : ('applied' as const) })), ...outbox.map((command) => ({ command, state: command.state }))]
  const naming = told.filter(({ command }) => NAMING.test(command.kind))
  const named = await Promise.all(naming.map(async ({ command, state }) => {
    const { payload } = await openCommand(command, db)
    // Whatever else it says is no photo's name.
    return Object.values(payload as object).map((value) => [value as string, state] as const)
  }))
  return new Map(named.flat())
}

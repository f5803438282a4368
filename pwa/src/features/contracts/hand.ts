import { attach } from '@/sync'
import type { SignPayload } from './payloads'

/** A signature before it is handed in, with what proves it: the page's photo, the voice. */
export interface Hand {
  payload: SignPayload
  /** By the field that will name each. */
  files?: Partial<Record<'photo_sha256' | 'recording_sha256', Blob>>
}

/**
 * Keeps the files on the phone, sealed; its command is written next. Not sooner: what no command names for a minute is let go of.
 * Throws ApiProblem `app.problem.phone_full`.
 */
export async function keepFiles(contract_id: string, { payload, files = {} }: Hand): Promise<SignPayload> {
  const names = await Promise.all(Object.entries(files).map(async ([name, file]) => [name, await attach(contract_id, file)]))
  return { ...payload, ...Object.fromEntries(names) as Partial<SignPayload> }
}

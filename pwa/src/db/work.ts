import type { AppliedCommand, Database, OutboxCommand, StoredApplied, StoredCommand } from './database'
import { isSealed, seal, sealValue, unseal, unsealValue, type Sealed } from './seal'
import { handInKey } from './vault'

/**
 * Work that waits, as it lies on the phone: what was said and seen is sealed, beside it in clear what kind of work it is, its
 * order and its state. Sealing is done before a transaction, opening after it.
 */

export async function sealWork(db: Database, value: unknown): Promise<Sealed> {
  return sealValue(await handInKey(db.name), value)
}

export async function openCommand({ payload, detail, ...rest }: StoredCommand, db: Database): Promise<OutboxCommand> {
  const key = await handInKey(db.name)
  const said = (value: unknown): unknown => (isSealed(value) ? unsealValue(key, value) : value)
  return { ...rest, payload: await said(payload), ...(detail === undefined ? {} : { detail: (await said(detail)) as Record<string, unknown> }) }
}

export function openCommands(db: Database, commands: readonly StoredCommand[]): Promise<OutboxCommand[]> {
  return Promise.all(commands.map((command) => openCommand(command, db)))
}

export async function openApplied(db: Database, applied: StoredApplied): Promise<AppliedCommand> {
  return { ...applied, command: await openCommand(applied.command, db) }
}

export async function sealFile(db: Database, data: ArrayBuffer): Promise<Sealed> {
  return seal(await handInKey(db.name), data)
}

export async function openFile(db: Database, data: Sealed | ArrayBuffer): Promise<ArrayBuffer> {
  return isSealed(data) ? unseal(await handInKey(db.name), data) : data
}

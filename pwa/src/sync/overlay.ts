import type { CommandState, OutboxCommand } from '../db/database'
import { correct } from './clock'

/**
 * What a command will have done, shown before the server has done it.
 *
 * A feature says it per command kind, as a pure function of the documents and the command. It must be at home with documents
 * that already show the effect (a command may be laid over its own result once more) and with documents that are missing.
 */

export interface PendingCommand<P = unknown> {
  id: string
  kind: string
  entity_id: string
  payload: P
  /** `applied`: done by the server, on its way back to the phone. */
  state: CommandState | 'applied'
  /** The phone's best guess at when it happened. */
  occurred_at: string
  is_clock_doubtful: boolean
}

/** Documents as the commands before left them; undefined for one that is not on this phone. */
export interface Docs {
  get: <B>(kind: string, id: string) => Readonly<B> | undefined
  /** For the few kinds that are looked up by something else than their id, such as rule tables. */
  all: <B>(kind: string) => readonly Readonly<B>[]
}

/** This document now reads so; null: it is gone. */
export interface Effect {
  kind: string
  id: string
  body: object | null
}

export type Overlay<P = never> = (docs: Docs, command: PendingCommand<P>) => readonly Effect[]
export type Overlays = Readonly<Record<string, Overlay>>

const registry = new Map<string, Overlay>()
let loading: Promise<unknown> = Promise.resolve()
let begin: (() => readonly Promise<Overlays>[]) | undefined

/** Tables that are on their way: whoever lays commands over documents waits for them. */
export function loadOverlays(tables: readonly Promise<Overlays>[]): void {
  loading = Promise.allSettled([loading, ...tables.map(async (table) => registerOverlays(await table))])
}

/** Called once at start: how to fetch the tables, which is done after the first page or when a command is there to lay over it. */
export function loadOverlaysLater(fetch: () => readonly Promise<Overlays>[]): void {
  begin = fetch
}

export function fetchOverlays(): Promise<unknown> {
  const fetch = begin
  begin = undefined
  if (fetch) loadOverlays(fetch())
  return loading
}

/** A kind declared twice is a mistake. */
export function registerOverlays(overlays: Overlays): void {
  for (const [kind, overlay] of Object.entries(overlays)) {
    if (registry.has(kind)) throw new Error(`overlay ${kind} is declared twice`)
    registry.set(kind, overlay)
  }
}

export function pendingOf(command: OutboxCommand, state: PendingCommand['state'] = command.state): PendingCommand {
  const { id, kind, entity_id, payload, clock } = command
  return { id, kind, entity_id, payload, state, ...correct(clock, new Date().toISOString()) }
}

export interface Layered {
  kind: string
  id: string
  body: object | null
  pending: PendingCommand[]
}

/**
 * Lays the commands, in order, over the documents. `load` and `loadAll` fetch documents; a function that asks for what is not
 * loaded yet is run again when it is, which is why these functions must be pure.
 */
export async function layOver(
  commands: readonly PendingCommand[],
  load: (kind: string, id: string) => Promise<object | undefined>,
  loadAll: (kind: string) => Promise<ReadonlyMap<string, object>>,
): Promise<Map<string, Layered>> {
  const loaded: Loaded = { one: new Map(), all: new Map() }
  if (commands.length) await fetchOverlays()
  for (;;) {
    const missing: Missing = { one: new Map(), all: new Set() }
    const layers = run(commands, loaded, missing)
    if (!missing.one.size && !missing.all.size) return layers
    await Promise.all([
      ...[...missing.one].map(async ([key, [kind, id]]) => loaded.one.set(key, await load(kind, id))),
      ...[...missing.all].map(async (kind) => loaded.all.set(kind, await loadAll(kind))),
    ])
  }
}

interface Loaded {
  one: Map<string, object | undefined>
  all: Map<string, ReadonlyMap<string, object>>
}

interface Missing {
  one: Map<string, [kind: string, id: string]>
  all: Set<string>
}

export function keyOf(kind: string, id: string): string {
  return `${kind} ${id}`
}

function run(commands: readonly PendingCommand[], loaded: Loaded, missing: Missing): Map<string, Layered> {
  const layers = new Map<string, Layered>()
  const docs: Docs = {
    get<B>(kind: string, id: string) {
      const key = keyOf(kind, id)
      const layer = layers.get(key)
      if (layer) return (layer.body ?? undefined) as B | undefined
      if (!loaded.one.has(key)) missing.one.set(key, [kind, id])
      return loaded.one.get(key) as B | undefined
    },
    all<B>(kind: string) {
      const stored = loaded.all.get(kind)
      if (!stored) missing.all.add(kind)
      const bodies = new Map(stored)
      for (const layer of layers.values()) {
        if (layer.kind !== kind) continue
        if (layer.body) bodies.set(layer.id, layer.body)
        else bodies.delete(layer.id)
      }
      return [...bodies.values()] as B[]
    },
  }
  for (const command of commands) {
    for (const { kind, id, body } of registry.get(command.kind)?.(docs, command as PendingCommand<never>) ?? []) {
      const key = keyOf(kind, id)
      layers.set(key, { kind, id, body, pending: [...(layers.get(key)?.pending ?? []), command] })
    }
  }
  return layers
}

import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { IDBCursor, IDBDatabase, IDBIndex, IDBKeyRange, IDBObjectStore, IDBRequest, IDBTransaction } from 'fake-indexeddb'
import { Simulation } from './simulation'
import { GLOBALS, type App, type Begin } from './phone'

/** Phones in a process: takes an order a line on standard input, answers a line on standard output. `main.js <app.js>`. */

// Classes that the app asks for by name; the storage itself is each phone's own.
Object.assign(globalThis, { IDBCursor, IDBDatabase, IDBIndex, IDBKeyRange, IDBObjectStore, IDBRequest, IDBTransaction })

const begun = new Function(...GLOBALS, `${readFileSync(process.argv[2]!, 'utf8')};return app`) as (...globals: unknown[]) => App
const begin: Begin = (globals) => begun(...GLOBALS.map((name) => globals[name]))

const simulation = new Simulation(begin)
for await (const line of createInterface({ input: process.stdin })) {
  try {
    const { order, ...values } = JSON.parse(line) as { order: string }
    console.log(JSON.stringify({ answer: (await simulation.obey(order, values)) ?? null }))
  } catch (error) {
    console.log(JSON.stringify({ error: String((error as Error).stack ?? error) }))
  }
}

import { webcrypto } from 'node:crypto'
import { IDBFactory } from 'fake-indexeddb'
import type * as app from './app'
import { Chance } from './chance'
import { Locks } from './locks'
import type { Network, Signal } from './network'
import { Clocks, type World } from './time'

/** A phone: its storage, its clocks, its cookie, and the tabs in which the app runs. */

export type App = typeof app
/** Begins the app anew, as a page does that is opened: nothing is shared between two of them but what the phone gives both. */
export type Begin = (globals: Globals) => App

export const GLOBALS = [
  'globalThis', 'navigator', 'location', 'indexedDB', 'fetch', 'crypto', 'Date', 'performance', 'setTimeout', 'clearTimeout', 'BroadcastChannel',
] as const
type Globals = Record<(typeof GLOBALS)[number], unknown>

export interface Who {
  name: string
  phone: string
  realm: 'staff' | 'family'
  birth_year?: number
  /** An old web view has none. */
  has_locks: boolean
}

export class Phone {
  readonly name: string
  readonly storage = new IDBFactory()
  readonly locks = new Locks()
  readonly clocks: Clocks
  readonly chance: Chance
  readonly tabs: Tab[] = []
  signal: Signal = 'good'
  cookie: string | undefined
  request_count = 0
  /** What befalls the server during the next push. */
  trouble: string | undefined
  /** Happens during the next push. */
  meanwhile: (() => Promise<unknown>) | undefined

  constructor(
    readonly who: Who,
    seed: string,
    readonly origin: string,
    world: World,
    readonly network: Network,
    private readonly begin: Begin,
    readonly note: (line: string) => void,
  ) {
    this.name = who.name
    this.clocks = new Clocks(world)
    this.chance = new Chance(seed, who.name, 'ids')
  }

  /** The n-th of the tabs that are open; one is opened if there is none. */
  async tab(n = 0): Promise<Tab> {
    return this.tabs[n % Math.max(1, this.tabs.length)] ?? this.open()
  }

  async open(): Promise<Tab> {
    const tab = new Tab(this, this.begin)
    // Who looks for a tab meanwhile must not find one that does not know yet whose it is.
    await tab.app.loadSession()
    this.tabs.push(tab)
    return tab
  }

  close(tab: Tab): void {
    this.tabs.splice(this.tabs.indexOf(tab), 1)
    tab.is_dead = true
    this.locks.release(tab)
  }

  reboot(): void {
    for (const tab of [...this.tabs]) this.close(tab)
    this.clocks.boot()
  }
}

export class Tab {
  readonly app: App
  is_dead = false
  private readonly timers = new Map<number, () => void>()
  private timer_count = 0
  private readonly deaths: (() => void)[] = []

  constructor(readonly phone: Phone, begin: Begin) {
    const { clocks, chance, network, origin } = phone
    const location = { origin }
    const navigator = { onLine: true, ...(phone.who.has_locks ? { locks: phone.locks.of(this) } : {}) }
    this.app = begin({
      globalThis: { navigator, location, Request, Response },
      navigator,
      location,
      indexedDB: phone.storage,
      fetch: (request: Request, init?: RequestInit) => (this.is_dead ? new Promise(() => undefined) : network.fetch(this, request, init?.signal)),
      crypto: {
        subtle: webcrypto.subtle,
        randomUUID: () => chance.uuid(),
        getRandomValues: <A extends Uint8Array>(array: A) => chance.bytes(array),
      },
      Date: clocks.date(),
      performance: { now: () => clocks.monotonic() },
      setTimeout: (ring: () => void) => {
        this.timers.set((this.timer_count += 1), ring)
        return this.timer_count
      },
      clearTimeout: (id: number) => void this.timers.delete(id),
      BroadcastChannel: undefined,
    })
  }

  /** So long nothing happened that every wait is over. */
  ringTimers(): void {
    const ringing = [...this.timers.values()]
    this.timers.clear()
    for (const ring of ringing) ring()
  }

  /** The system took its memory: whatever it waited for never comes. */
  die(): Promise<never> {
    this.phone.close(this)
    for (const tell of this.deaths.splice(0)) tell()
    return new Promise(() => undefined)
  }

  /** What the app does, up to its end or to that of this tab. */
  async run<T>(work: (app: App) => Promise<T>): Promise<T | 'died'> {
    const death = new Promise<'died'>((resolve) => this.deaths.push(() => resolve('died')))
    return Promise.race([work(this.app), death])
  }
}

import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { Chance } from './chance'
import { Network, type Signal } from './network'
import { act, amendNewest, reconsider } from './people'
import { Phone, type App, type Begin, type Who } from './phone'
import { differences, Ledger, type Buckets, type Fate } from './reckoning'
import { World } from './time'

/** One schedule: some phones, a network, a time, and orders that come one after the other. */

const QUIET_ROUNDS = 12
const HEAD_START_MS = 25

export interface Order {
  phone?: string
  phones?: string[]
  tab?: number
  signal?: Signal
  minutes?: number
  trouble?: string
  step?: number
}

export class Simulation {
  private seed = ''
  private world = new World(0)
  private network = new Network('')
  private ledger = new Ledger()
  private phones = new Map<string, Phone>()
  private origin = ''
  private lines: string[] = []

  constructor(private readonly begin: Begin) {}

  obey(order: string, values: object): Promise<unknown> {
    const orders = this as unknown as Record<string, (values: object) => Promise<unknown>>
    return orders[order]!(values)
  }

  async start({ seed, origin }: { seed: string; origin: string }): Promise<void> {
    this.seed = seed
    this.origin = origin
    this.world = new World(Date.now())
    this.network = new Network(seed)
    this.ledger = new Ledger()
    this.phones = new Map()
  }

  /** A phone whose owner has signed in and read everything, with a good signal. */
  async join(who: Who): Promise<{ account_id: string; membership_id: string }> {
    const phone = new Phone(who, this.seed, this.origin, this.world, this.network, this.begin, (line) => this.lines.push(line))
    this.phones.set(who.name, phone)
    const { app } = await phone.open()
    await app.enter(who)
    const { problem } = await app.synchronizeNow()
    if (problem) throw problem
    const { account, membership } = app.session()!
    return { account_id: account.id, membership_id: membership!.id }
  }

  /** The app sends at once what it can, unless something keeps it from that. */
  async act(order: Order): Promise<unknown> {
    return this.with(order, async (app, chance) => {
      const done = await act(app, chance)
      return chance.next() < 0.6 ? `${done}, ${await synchronized(app)}` : done
    })
  }

  async reconsider(order: Order): Promise<unknown> {
    return this.with(order, (app, chance) => reconsider(app, chance))
  }

  async sync(order: Order): Promise<unknown> {
    const phone = this.phone(order)
    phone.trouble = order.trouble
    const told = await this.with(order, synchronized)
    phone.trouble = undefined
    return told
  }

  /** A note is put into other words while it is on its way. */
  async amend(order: Order): Promise<unknown> {
    const phone = this.phone(order)
    const chance = this.chance(order)
    phone.meanwhile = async () => {
      const said = await (await phone.tab((order.tab ?? 0) + 1)).run((app) => amendNewest(app, chance))
      this.lines.push(`meanwhile ${said}`)
    }
    const told = await this.with(order, synchronized)
    phone.meanwhile = undefined
    return told
  }

  /** At the same time: two tabs and the worker of one phone, or several phones; for one of them the server takes its time. */
  async together(order: Order): Promise<unknown> {
    const { phones, step } = order
    const chance = this.chance(order)
    const said: string[] = []
    for (const name of new Set(phones)) said.push(`${name} ${await (await this.phones.get(name)!.tab()).run((app) => act(app, chance))}`)
    const slow = chance.one(phones!)!
    this.phones.get(slow)!.trouble = chance.one(['slow_begin', 'slow_commit'])
    const works = phones!.map(async (name, n) => {
      const phone = this.phones.get(name)!
      // The others overtake it.
      if (name !== slow) await setTimeout(HEAD_START_MS)
      const tab = await phone.tab(phones!.slice(0, n).filter((each) => each === name).length)
      return `${name} ${await tab.run((app) => (n % 3 === 2 ? handedIn(app) : synchronized(app)))}`
    })
    const done = await Promise.all(works)
    for (const phone of this.phones.values()) phone.trouble = undefined
    return this.told(`step ${step} together: ${said.join('; ')}; then ${done.join('; ')}`, phones!)
  }

  async turn({ phone, signal }: Order): Promise<void> {
    this.phones.get(phone!)!.signal = signal!
  }

  async set_clock({ phone, minutes }: Order): Promise<void> {
    this.phones.get(phone!)!.clocks.wrong_ms += minutes! * 60_000
  }

  async sleep({ phone, minutes }: Order): Promise<void> {
    const { tabs, clocks } = this.phones.get(phone!)!
    for (const { app } of tabs) app.phone_clock.noteHidden()
    clocks.sleep(minutes!)
    for (const { app } of tabs) app.phone_clock.noteShown()
  }

  async pass({ minutes }: Order): Promise<void> {
    this.world.pass(minutes!)
  }

  async reboot({ phone, minutes }: Order): Promise<void> {
    const it = this.phones.get(phone!)!
    it.reboot()
    it.clocks.wrong_ms += minutes! * 60_000
  }

  async open({ phone }: Order): Promise<void> {
    await this.phones.get(phone!)!.open()
  }

  async close({ phone, tab }: Order): Promise<void> {
    const owner = this.phones.get(phone!)!
    if (owner.tabs.length) owner.close(await owner.tab(tab))
  }

  async deliver_late(): Promise<void> {
    await this.network.deliverLate()
  }

  /** Every fault ends, and all phones ask until nothing is left to ask for. Says what never came to rest. */
  async quiet(): Promise<string[]> {
    for (const phone of this.phones.values()) phone.signal = 'good'
    await this.network.deliverLate()
    let restless: string[] = []
    for (let round = 0; round < QUIET_ROUNDS; round += 1) {
      this.world.pass(10)
      const before = this.network.push_count
      restless = []
      for (const phone of this.phones.values()) restless.push(...(await this.settle(phone)))
      // Once more after every round that brought something: it may concern those who asked before.
      if (!restless.length && this.network.push_count === before) break
    }
    return restless
  }

  async reckon({ path, entitled }: { path: string; entitled: Record<string, string[]> }): Promise<{ differences: string[]; fates: Fate[]; faults_of_ours: string[]; injected: number }> {
    const expected = JSON.parse(await readFile(path, 'utf8')) as Buckets
    const found: string[] = []
    const fates: Fate[] = []
    for (const [name, buckets] of Object.entries(entitled)) {
      const phone = this.phones.get(name)!
      found.push(...(await differences(phone, expected, buckets)))
      fates.push(...(await this.ledger.fates(phone)))
    }
    const injected = [...this.network.injected.values()].reduce((sum, count) => sum + count, 0)
    return { differences: found, fates, faults_of_ours: this.network.faults_of_ours, injected }
  }

  private async settle(phone: Phone): Promise<string[]> {
    const tab = await phone.tab()
    if (tab.app.session()!.account.is_expired) await tab.app.enter(phone.who)
    const report = await tab.app.synchronizeNow()
    await this.ledger.note(phone)
    const { outbox } = await tab.app.holdings()
    const stuck = outbox.filter(({ state, depends_on }) => state === 'sending' || (state === 'waiting' && !depends_on.length))
    const lines = stuck.map(({ id, kind, state }) => `${phone.name}: ${kind} ${id} is still ${state}`)
    return report.problem ? [...lines, `${phone.name}: ${report.problem.code}`] : lines
  }

  private phone({ phone }: Order): Phone {
    return this.phones.get(phone!)!
  }

  private chance({ step }: Order): Chance {
    return new Chance(this.seed, 'step', step!)
  }

  private async with(order: Order, work: (app: App, chance: Chance) => Promise<string>): Promise<unknown> {
    const phone = this.phone(order)
    const tab = await phone.tab(order.tab)
    return this.told(`step ${order.step} ${phone.name}: ${await tab.run((app) => work(app, this.chance(order)))}`, [phone.name])
  }

  /** What happened, line by line; what the phones have written meanwhile is noted. */
  private async told(line: string, names: readonly string[]): Promise<string[]> {
    for (const name of new Set(names)) await this.ledger.note(this.phones.get(name)!)
    return [...this.lines.splice(0), line]
  }
}

async function synchronized(app: App): Promise<string> {
  const { problem } = await app.synchronizeNow()
  return problem ? `sync: ${problem.code}` : 'sync'
}

async function handedIn(app: App): Promise<string> {
  const problems = (await app.handInNow()).flatMap(({ problem }) => problem?.code ?? [])
  return ['hand in', ...problems].join(' ')
}

import { readSetting, writeSetting } from '../db/device'

/**
 * When something happened, though the phone's clock may be wrong.
 *
 * A command carries two clocks: the wall clock, which people and networks set, and the monotonic one, which nobody can set
 * but which begins anew with each life (`boot`) of a page or worker. The anchor ties both to the last answer of the server.
 */

export interface Reading {
  /** The phone's own wall clock, ISO 8601 in UTC. */
  wall: string
  /** Milliseconds since the boot began. */
  monotonic_ms: number
  boot: string
}

export interface Anchor extends Reading {
  server_time: string
}

export interface Clock extends Reading {
  anchor?: Anchor
}

export interface Corrected {
  occurred_at: string
  is_clock_doubtful: boolean
}

const TOLERANCE_MS = 2 * 60_000

/**
 * The server's rule, run here to show times and durations; tests/tables/clock_correction.json holds both to it.
 *
 * Same boot as the anchor: server time + what the monotonic clock counted since. Another boot: server time + what the wall
 * clock counted. No anchor: the wall clock as it is, doubtful. Never before the anchor, never after `received_at`. Doubtful
 * as well when, over two minutes, the two clocks disagree within a boot, the wall ran backwards across boots, or the result is
 * after `received_at`.
 */
export function correct(clock: Clock, received_at: string): Corrected {
  const { at, is_doubtful } = estimate(clock)
  const received = Date.parse(received_at)
  return {
    occurred_at: new Date(Math.min(at, received)).toISOString(),
    is_clock_doubtful: is_doubtful || at - received > TOLERANCE_MS,
  }
}

function estimate({ anchor, wall, monotonic_ms, boot }: Clock): { at: number; is_doubtful: boolean } {
  if (!anchor) return { at: Date.parse(wall), is_doubtful: true }
  const by_wall = Date.parse(wall) - Date.parse(anchor.wall)
  if (anchor.boot !== boot) return { at: Date.parse(anchor.server_time) + Math.max(by_wall, 0), is_doubtful: by_wall < -TOLERANCE_MS }
  const by_monotonic = monotonic_ms - anchor.monotonic_ms
  return { at: Date.parse(anchor.server_time) + Math.max(by_monotonic, 0), is_doubtful: Math.abs(by_wall - by_monotonic) > TOLERANCE_MS }
}

export interface TimeSource {
  wall: () => number
  monotonic: () => number
}

export class PhoneClock {
  private boot = crypto.randomUUID()
  private last: Reading | undefined
  private is_hidden = false
  /** Since the last reading, whatever was read while it lasted. */
  private was_hidden = false
  private anchor: Anchor | undefined

  constructor(private readonly source: TimeSource = { wall: Date.now, monotonic: () => performance.now() }) {}

  /** The page went out of sight: the phone may sleep from now on. */
  noteHidden(): void {
    this.is_hidden = this.was_hidden = true
  }

  noteShown(): void {
    this.is_hidden = false
  }

  /** Ties both clocks to the server's, whenever it has answered. */
  async setAnchor(server_time: string): Promise<void> {
    this.anchor = { server_time, ...this.read() }
    await writeSetting('clock_anchor', this.anchor)
  }

  /** What a command takes with it. The anchor of this very boot is worth more than a later one of another tab. */
  async stamp(): Promise<Clock> {
    const reading = this.read()
    const anchor = this.anchor?.boot === reading.boot ? this.anchor : await readSetting('clock_anchor')
    return anchor ? { ...reading, anchor } : reading
  }

  private read(): Reading {
    const now = { wall: this.source.wall(), monotonic: this.source.monotonic() }
    if (this.last && this.was_hidden && this.sleptSince(this.last, now)) this.boot = crypto.randomUUID()
    // A value kept as the page goes, a sync that ends behind it: the sleep is still to come.
    this.was_hidden = this.is_hidden
    this.last = { wall: new Date(now.wall).toISOString(), monotonic_ms: Math.round(now.monotonic), boot: this.boot }
    return this.last
  }

  /** Many phones stop the monotonic clock while they sleep: a stopped clock is the end of a boot, not a disagreement. */
  private sleptSince(last: Reading, now: { wall: number; monotonic: number }): boolean {
    return now.wall - Date.parse(last.wall) - (now.monotonic - last.monotonic_ms) > TOLERANCE_MS
  }
}

export const phone_clock = new PhoneClock()

/** The time that really is, moved by hand: milliseconds since the schedule began. */
export class World {
  elapsed = 0

  constructor(readonly began_at: number) {}

  pass(minutes: number): void {
    this.elapsed += minutes * 60_000
  }
}

/** The two clocks of a phone: one that can be set wrong, one that only counts, from the boot on, and not while it sleeps. */
export class Clocks {
  /** How wrong the wall clock is. */
  wrong_ms = 0
  private booted_at: number
  private asleep_ms = 0

  constructor(private readonly world: World) {
    this.booted_at = world.elapsed
  }

  wall(): number {
    return this.world.began_at + this.world.elapsed + this.wrong_ms
  }

  monotonic(): number {
    return this.world.elapsed - this.booted_at - this.asleep_ms
  }

  boot(): void {
    this.booted_at = this.world.elapsed
    this.asleep_ms = 0
  }

  /** The monotonic clock stands while the world goes on. */
  sleep(minutes: number): void {
    this.world.pass(minutes)
    this.asleep_ms += minutes * 60_000
  }

  /** What the app takes for `Date`. */
  date(): DateConstructor {
    const wall = (): number => this.wall()
    return class extends Date {
      constructor(...given: [] | [string | number | Date]) {
        super(given.length ? given[0] : wall())
      }

      static override now(): number {
        return wall()
      }
    } as unknown as DateConstructor
  }
}

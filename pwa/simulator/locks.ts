interface Turn {
  owner: object
  begin: () => Promise<unknown>
  is_running: boolean
}

/** Web Locks of one phone, shared by its tabs and its worker. What a tab held is free when the tab is gone. */
export class Locks {
  private readonly lines = new Map<string, Turn[]>()

  of(owner: object): { request: (name: string, work: () => Promise<unknown>) => Promise<unknown> } {
    return {
      request: (name, work) =>
        new Promise((resolve, reject) => {
          const line = this.lines.get(name) ?? []
          this.lines.set(name, line)
          line.push({ owner, is_running: false, begin: () => work().then(resolve, reject) })
          this.goOn(name)
        }),
    }
  }

  release(owner: object): void {
    for (const [name, line] of this.lines) {
      this.lines.set(name, line.filter((turn) => turn.owner !== owner))
      this.goOn(name)
    }
  }

  private goOn(name: string): void {
    const first = this.lines.get(name)?.[0]
    if (!first || first.is_running) return
    first.is_running = true
    void first.begin().then(() => {
      this.lines.set(name, (this.lines.get(name) ?? []).filter((turn) => turn !== first))
      this.goOn(name)
    })
  }
}

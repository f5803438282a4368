/** Chance from a name: the same name always gives the same numbers. */
export class Chance {
  private state: number

  constructor(...name: (string | number)[]) {
    // FNV-1a over the name, stirred once.
    let hash = 0x811c9dc5
    for (const character of name.join(' ')) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
    this.state = hash >>> 0
    this.next()
  }

  /** From 0 up to, not including, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  below(end: number): number {
    return Math.floor(this.next() * end)
  }

  /** One of them; each as likely as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, choice: T])[]): T | undefined {
    let at = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0)
    return choices.find(([weight]) => (at -= weight) < 0)?.[1]
  }

  one<T>(choices: readonly T[]): T | undefined {
    return choices[this.below(choices.length)]
  }

  bytes<A extends Uint8Array>(array: A): A {
    for (let at = 0; at < array.length; at += 1) array[at] = this.below(256)
    return array
  }

  uuid(): string {
    const hex = [...this.bytes(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  }
}

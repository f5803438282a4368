import { request as httpRequest } from 'node:http'
import { Chance } from './chance'
import type { Phone, Tab } from './phone'

/** The way from the phones to the server, with everything that networks do to what is sent. */

export type Fault =
  | 'lost_request' | 'lost_reply' | 'cut_reply' | 'doubled' | 'doubled_at_once' | 'late' | 'stalled'
  | 'portal' | 'bad_gateway' | 'slow_begin' | 'slow_commit' | 'tab_dies_before' | 'tab_dies_after'

const WEIGHTS: readonly (readonly [number, Fault])[] = [
  [3, 'lost_request'], [5, 'lost_reply'], [2, 'cut_reply'], [3, 'doubled'], [3, 'doubled_at_once'], [3, 'late'], [1, 'stalled'],
  [1, 'portal'], [1, 'bad_gateway'], [2, 'slow_begin'], [3, 'slow_commit'], [1, 'tab_dies_before'], [2, 'tab_dies_after'],
]
const FAULT_RATE = 0.45

export type Signal = 'good' | 'flaky' | 'none'

interface Sent {
  method: string
  url: string
  headers: Record<string, string>
  body: Buffer
}

export class Network {
  readonly injected = new Map<string, number>()
  /** Answers that no request may ever get. */
  readonly faults_of_ours: string[] = []
  private readonly late: { after: number; deliver: () => Promise<unknown> }[] = []
  push_count = 0
  private request_count = 0

  constructor(private readonly seed: string) {}

  count(fault: string): void {
    this.injected.set(fault, (this.injected.get(fault) ?? 0) + 1)
  }

  async fetch(tab: Tab, request: Request, signal: AbortSignal | null | undefined): Promise<Response> {
    const { phone } = tab
    if (phone.signal === 'none') throw new TypeError('Failed to fetch')
    this.request_count += 1
    await this.deliverLate(this.request_count)
    const sent = await this.read(phone, request)
    const is_push = sent.url.endsWith('/sync/push')
    this.push_count += Number(is_push)
    if (is_push && phone.trouble) {
      this.count(phone.trouble.split(':')[0]!)
      sent.headers['X-Trouble'] = phone.trouble
      phone.trouble = undefined
    }
    const meanwhile = is_push ? phone.meanwhile : undefined
    if (meanwhile) phone.meanwhile = undefined
    const [response] = await Promise.all([this.carry(tab, sent, signal), meanwhile?.()])
    return response
  }

  /** What was on its way all the time arrives now. */
  async deliverLate(upTo = Number.POSITIVE_INFINITY): Promise<void> {
    for (let at = 0; at < this.late.length; ) {
      if (this.late[at]!.after > upTo) at += 1
      else await this.late.splice(at, 1)[0]!.deliver().catch(() => undefined)
    }
  }

  private async carry(tab: Tab, sent: Sent, signal: AbortSignal | null | undefined): Promise<Response> {
    const { phone } = tab
    phone.request_count += 1
    const chance = new Chance(this.seed, phone.name, phone.request_count)
    const fault = phone.signal === 'flaky' && chance.next() < FAULT_RATE ? chance.weighted(WEIGHTS) : undefined
    if (!fault) return this.send(phone, sent)
    this.count(fault)
    phone.note(`fault ${fault}`)
    switch (fault) {
      case 'lost_request':
        throw new TypeError('Failed to fetch')
      case 'lost_reply':
        await this.send(phone, sent)
        throw new TypeError('Failed to fetch')
      case 'cut_reply': {
        const response = await this.send(phone, sent)
        const body = Buffer.from(await response.arrayBuffer())
        return new Response(body.subarray(0, chance.below(body.length)), { status: 200, headers: response.headers })
      }
      case 'doubled': {
        const first = await this.send(phone, sent)
        const second = await this.send(phone, sent)
        return chance.next() < 0.5 ? first : second
      }
      case 'doubled_at_once':
        return (await Promise.all([this.send(phone, sent), this.send(phone, sent)]))[chance.below(2)]!
      case 'late':
        this.late.push({ after: this.request_count + 1 + chance.below(6), deliver: () => this.send(phone, sent) })
        throw new TypeError('Failed to fetch')
      case 'stalled':
        await this.send(phone, sent)
        return new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('The user aborted a request.', 'AbortError')))
          tab.ringTimers()
        })
      case 'portal':
        return new Response('<html>Welcome to the free network of the tea house</html>', { headers: { 'Content-Type': 'text/html' } })
      case 'bad_gateway':
        return new Response('<html>502</html>', { status: 502, headers: { 'Content-Type': 'text/html' } })
      case 'slow_begin':
      case 'slow_commit':
        return this.send(phone, { ...sent, headers: { ...sent.headers, 'X-Trouble': fault } })
      case 'tab_dies_before':
        return tab.die()
      case 'tab_dies_after':
        await this.send(phone, sent)
        return tab.die()
    }
  }

  private async read(phone: Phone, request: Request): Promise<Sent> {
    const headers: Record<string, string> = Object.fromEntries(request.headers)
    if (phone.cookie) headers['Cookie'] = phone.cookie
    return { method: request.method, url: request.url, headers, body: Buffer.from(await request.arrayBuffer()) }
  }

  private send(phone: Phone, { method, url, headers, body }: Sent): Promise<Response> {
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest(url, { method, headers: { ...headers, 'Content-Length': body.length }, agent: false }, (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () => {
          const answer = Buffer.concat(chunks)
          const status = incoming.statusCode!
          if (status >= 500 && status !== 503) this.faults_of_ours.push(`${status} for ${method} ${url}: ${answer.toString().slice(0, 200)}`)
          if (answer.includes('"core.error"')) this.faults_of_ours.push(`a fault of the server's own in ${url}: ${answer.toString().slice(0, 400)}`)
          const [cookie] = incoming.headers['set-cookie'] ?? []
          if (cookie) phone.cookie = cookie.split(';', 1)[0]
          const plain = Object.entries(incoming.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : []))
          resolve(new Response(status === 204 ? null : answer, { status, headers: plain }))
        })
      })
      outgoing.on('error', () => reject(new TypeError('Failed to fetch')))
      outgoing.end(body)
    })
  }
}

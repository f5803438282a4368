import { vi } from 'vitest'
import type { Membership } from './session'

interface SignIn {
  phone: string
  realm: string
  device_id: string
}

/** For tests: the server's side of sign-in, put in the place of `fetch`. The browser's cookie is kept here too. */
export class FakeIdentity {
  accounts: Record<string, Membership[]> = {}
  /** Whose refresh cookie the browser has. */
  cookie: string | undefined
  /** Access tokens that are good, by membership. */
  good = new Map<string, string>()
  calls: string[] = []
  /** Of the phone that signed in last. */
  device_id = ''
  realm = 'staff'
  is_demo = false
  is_offline = false
  expires_in = 900
  /** Answers to anything else, for those who bring a good token. */
  answer: (request: Request, membership_id: string) => Response | Promise<Response> = () => json({ ok: true })
  private issued = 0

  install(): void {
    vi.stubGlobal('fetch', (request: Request) => this.handle(request))
  }

  private async handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    this.calls.push(pathname)
    if (this.is_offline) throw new TypeError('Failed to fetch')
    if (pathname === '/api/v1/auth/token') return this.signIn((await request.json()) as SignIn)
    if (pathname === '/api/v1/demo/accounts') return this.is_demo ? json([]) : problem(404, 'core.not_found')
    if (pathname === '/api/v1/auth/refresh') return this.refresh(request.headers.get('X-Jiayi-Membership'))
    if (pathname === '/api/v1/auth/logout') {
      this.cookie = undefined
      return new Response(null, { status: 204 })
    }
    const bearer = request.headers.get('Authorization')?.replace('Bearer ', '')
    const membership_id = [...this.good].find(([, token]) => token === bearer)?.[0]
    return membership_id ? this.answer(request, membership_id) : problem(401, 'identity.refused.not_signed_in')
  }

  private signIn({ phone: account_id, realm, device_id }: SignIn): Response {
    if (!(account_id in this.accounts)) return problem(401, 'identity.refused.wrong_code')
    Object.assign(this, { cookie: account_id, realm, device_id })
    return this.issue(account_id, this.accounts[account_id]![0]!.id)
  }

  private refresh(wanted: string | null): Response {
    const memberships = this.accounts[this.cookie ?? '']
    if (!this.cookie || !memberships) return problem(401, 'identity.refused.session_ended')
    return this.issue(this.cookie, (memberships.find(({ id }) => id === wanted) ?? memberships[0]!).id)
  }

  private issue(account_id: string, membership_id: string): Response {
    this.issued += 1
    const access_token = `token-${this.issued}`
    this.good.set(membership_id, access_token)
    const memberships = this.accounts[account_id]!
    return json({ access_token, expires_in: this.expires_in, scope: 'full', account_id, name: '陈志远', membership_id, memberships, device_id: this.device_id, realm: this.realm })
  }
}

export function json(body: unknown, init?: ResponseInit): Response {
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' }, ...init })
}

export function problem(status: number, code: string, more: object = {}): Response {
  return json({ type: 'about:blank', title: 'No', status, code, ...more }, { status })
}

import { announce, onChange, SESSION } from '../db/changes'
import { databaseName, eraseDatabase, forgetDocuments, openDatabase, type Database } from '../db/database'
import { deviceDatabase, deviceId, readSetting, writeSetting } from '../db/device'
import { call } from './http'

/** Who is signed in on this phone, and as what. Kept in IndexedDB, because the worker needs it too. */

export type Realm = 'staff' | 'family'
export type Role = 'resident' | 'proxy' | 'clinician' | 'team_leader' | 'manager' | 'supervisor' | 'admin' | 'integration'

export interface Membership {
  id: string
  county_id: number
  role: Role
  /** The resident or the clinician that this membership is. */
  subject_id: string | null
  name: string
}

export interface Account {
  id: string
  realm: Realm
  name: string
  memberships: Membership[]
  /** `hand_in`: ended, and only here to hand in work already done. */
  scope: 'full' | 'hand_in'
  /** The server wants a new sign-in. What is on the phone stays readable, and work goes on. */
  is_expired: boolean
}

export interface Session {
  account: Account
  /** Null while the account has several and nobody has said which. */
  membership: Membership | null
}

export interface StoredToken {
  membership_id: string
  access_token: string
  /** Wall time in ms. */
  expires_at: number
}

export interface TokenAnswer {
  access_token: string
  expires_in: number
  scope: 'full' | 'hand_in'
  account_id: string
  name: string
  membership_id: string
  memberships: Membership[]
}

export interface Credentials {
  phone: string
  realm: Realm
  code?: string
  password?: string
  totp?: string
  birth_year?: number
}

const DEVICE = 'jiayi'
let current: Session | null = null

/** As last loaded; `loadSession` first. */
export function session(): Session | null {
  return current
}

export async function loadSession(): Promise<Session | null> {
  const chosen = await readSetting('current')
  const account = chosen && (await (await deviceDatabase()).get('accounts', chosen.account_id))
  current = account ? { account, membership: account.memberships.find(({ id }) => id === chosen.membership_id) ?? null } : null
  return current
}

/** Called whenever somebody signs in, out or over, in this tab or another. Returns the way to stop. */
export function onSession(listener: (session: Session | null) => void): () => void {
  return onChange((change) => {
    if (change.topics.includes(SESSION)) void loadSession().then(listener)
  })
}

export function clinicianId(membership: Membership): string | null {
  return membership.role === 'clinician' || membership.role === 'team_leader' ? membership.subject_id : null
}

export function residentId(membership: Membership): string | null {
  return membership.role === 'resident' ? membership.subject_id : null
}

/** The database of the current membership; undefined when nobody is signed in or has said who. */
export async function currentDatabase(): Promise<Database | undefined> {
  return current?.membership ? openDatabase(databaseName(current.account.id, current.membership.county_id)) : undefined
}

/** Asks for a one-time code by SMS. In the demo the answer carries it. */
export async function requestCode(phone: string, realm: Realm): Promise<{ expires_at: string; demo_code?: string }> {
  return call('POST', '/api/v1/auth/otp', { body: { phone, realm } })
}

/** Throws ApiProblem: `identity.refused.wrong_code`, `.totp_needed`, `.birth_year_needed` … */
export async function signIn(credentials: Credentials): Promise<Session> {
  const answer = await call<TokenAnswer>('POST', '/api/v1/auth/token', { body: { ...credentials, device_id: await deviceId() } })
  await adoptToken(answer, credentials.realm)
  const only = answer.memberships.length <= 1 ? answer.membership_id : null
  await writeSetting('current', { account_id: answer.account_id, membership_id: only })
  return (await changed())!
}

/** Another person of the same account: 您是哪位. */
export async function chooseMembership(membership_id: string): Promise<void> {
  if (!current?.account.memberships.some(({ id }) => id === membership_id)) throw new Error(`no membership ${membership_id}`)
  await writeSetting('current', { account_id: current.account.id, membership_id })
  await changed()
}

/** Forgets the documents and the tokens. Work that waits stays until this account signs in again: warn before. */
export async function signOut(): Promise<void> {
  const leaving = current
  // Without signal the server hears of it when the tokens run out.
  await call('POST', '/api/v1/auth/logout', {}).catch(() => undefined)
  await writeSetting('current', undefined)
  if (leaving) await forgetAccount(leaving.account, forgetDocuments)
  await changed()
}

/** This phone was reported lost: everything goes, at once. */
export async function eraseDevice(): Promise<void> {
  const db = await deviceDatabase()
  for (const account of await db.getAll('accounts')) await forgetAccount(account, eraseDatabase)
  await db.clear('settings')
  await changed()
}

/** Stores a token and what came with it. */
export async function adoptToken(answer: TokenAnswer, realm?: Realm): Promise<void> {
  const db = await deviceDatabase()
  const tx = db.transaction(['accounts', 'tokens'], 'readwrite')
  const known = await tx.objectStore('accounts').get(answer.account_id)
  const { account_id: id, name, memberships, scope, membership_id, access_token, expires_in } = answer
  const account: Account = { id, realm: realm ?? known?.realm ?? 'staff', name, memberships, scope, is_expired: false }
  await tx.objectStore('accounts').put(account)
  await tx.objectStore('tokens').put({ membership_id, access_token, expires_at: Date.now() + expires_in * 1000 })
  await tx.done
  if (known && JSON.stringify(known) !== JSON.stringify(account)) await changed()
}

/** The server no longer knows this sign-in. */
export async function markExpired(account_id: string): Promise<void> {
  const db = await deviceDatabase()
  const account = await db.get('accounts', account_id)
  if (!account || account.is_expired) return
  await db.put('accounts', { ...account, is_expired: true })
  await changed()
}

async function forgetAccount(account: Account, forget: (database: string) => Promise<void>): Promise<void> {
  const counties = new Set(account.memberships.map(({ county_id }) => county_id))
  for (const county_id of counties) await forget(databaseName(account.id, county_id))
  const db = await deviceDatabase()
  for (const { id } of account.memberships) await db.delete('tokens', id)
  await db.delete('accounts', account.id)
}

async function changed(): Promise<Session | null> {
  const loaded = await loadSession()
  announce(DEVICE, [SESSION])
  return loaded
}

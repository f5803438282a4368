import { databaseName, eraseDatabase, forgetDocuments } from '../db/database'
import { deviceDatabase, deviceId, readSetting, writeSetting } from '../db/device'
import { dropKeys, isLocked } from '../db/vault'
import { withLock } from '../sync/locks'
import { call } from './http'
import { changed, session, type Account, type Membership, type Realm, type Session } from './session'

/** Coming and going: signing in and out, and what the server says about who is signed in. Not needed to show the first page. */

export interface TokenAnswer {
  access_token: string
  expires_in: number
  scope: 'full' | 'hand_in'
  account_id: string
  name: string
  membership_id: string
  /** Of the device that the sign-in belongs to. */
  device_id: string
  realm: Realm
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

/** Asks for a one-time code by SMS. In the demo the answer carries it. */
export async function requestCode(phone: string, realm: Realm): Promise<{ expires_at: string; demo_code?: string }> {
  return call('POST', '/api/v1/auth/otp', { body: { phone, realm } })
}

/** Throws ApiProblem: `identity.refused.wrong_code`, `.totp_needed`, `.birth_year_needed` … */
export async function signIn(credentials: Credentials): Promise<Session> {
  // Not while a cleared phone is taking its old sign-in up again.
  const answer = await withLock('jiayi-refresh', async () => call<TokenAnswer>('POST', '/api/v1/auth/token', { body: { ...credentials, device_id: await deviceId() } }))
  await adoptToken(answer, credentials.realm)
  const { account_id, memberships } = answer
  // Who has just shown who they are needs no old PIN.
  if (await isLocked(account_id)) await (await import('../db/renew')).renew(account_id, memberships.map(({ county_id }) => databaseName(account_id, county_id)))
  if (credentials.realm === 'staff') await requirePin(account_id)
  const only = answer.memberships.length <= 1 ? answer.membership_id : null
  await writeSetting('current', { account_id: answer.account_id, membership_id: only })
  // From now on there is something to keep; nobody waits for the answer.
  void import('../db/lasting').then(({ askOnce }) => askOnce('sign_in'))
  return (await changed())!
}

export function isDemo(): Promise<boolean> {
  return call('GET', '/api/v1/demo/accounts').then(() => true, () => false)
}

/** The demo asks for none: a phone there holds nobody's data. */
async function requirePin(account_id: string): Promise<void> {
  const is_demo = await isDemo()
  const db = await deviceDatabase()
  await db.put('accounts', { ...(await db.get('accounts', account_id))!, needs_pin: !is_demo })
}

/** Forgets the documents and the tokens. Work that waits stays until this account signs in again: warn before. */
export async function signOut(): Promise<void> {
  const leaving = session()
  // Without signal the server hears of it when the tokens run out.
  await call('POST', '/api/v1/auth/logout', {}).catch(() => undefined)
  await writeSetting('current', undefined)
  if (leaving) await forgetAccount(leaving.account.id, forgetDocuments)
  await changed()
}

/** This phone was reported lost by its person: what is theirs goes at once, work that waits too. Others here keep theirs. */
export async function eraseAccount(account_id: string): Promise<void> {
  if ((await readSetting('current'))?.account_id === account_id) await writeSetting('current', undefined)
  await forgetAccount(account_id, eraseDatabase)
  await changed()
}

/** Everything of everybody. */
export async function eraseDevice(): Promise<void> {
  const db = await deviceDatabase()
  for (const { id } of await db.getAll('accounts')) await forgetAccount(id, eraseDatabase)
  await db.clear('settings')
  await changed()
}

/** Stores a token and what came with it. */
export async function adoptToken(answer: TokenAnswer, realm?: Realm): Promise<void> {
  const db = await deviceDatabase()
  const tx = db.transaction(['accounts', 'tokens'], 'readwrite')
  const known = await tx.objectStore('accounts').get(answer.account_id)
  const { account_id: id, name, memberships, scope, membership_id, access_token, expires_in } = answer
  const account: Account = { ...known, id, realm: realm ?? known?.realm ?? 'staff', name, memberships, scope, is_expired: false }
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

async function forgetAccount(account_id: string, forget: (database: string) => Promise<boolean>): Promise<void> {
  const db = await deviceDatabase()
  const memberships = (await db.get('accounts', account_id))?.memberships ?? []
  let has_work = false
  for (const name of await storesOf(account_id, memberships)) has_work = (await forget(name)) || has_work
  for (const { id } of memberships) await db.delete('tokens', id)
  await db.delete('accounts', account_id)
  await dropKeys(account_id, has_work)
}

/** Also those of memberships that have ended, where the browser tells which there are. */
async function storesOf(account_id: string, memberships: readonly Membership[]): Promise<Set<string>> {
  const there = (await indexedDB.databases?.().catch(() => [])) ?? []
  const kept = there.flatMap(({ name }) => (name?.startsWith(databaseName(account_id, '')) ? name : []))
  return new Set([...kept, ...memberships.map(({ county_id }) => databaseName(account_id, county_id))])
}

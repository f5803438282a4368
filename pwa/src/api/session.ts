import { announce, onChange, SESSION } from '../db/changes'
import { databaseName, openDatabase, type Database } from '../db/database'
import { deviceDatabase, readSetting, writeSetting } from '../db/device'
import { closeOthers } from '../db/vault'

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
  /** Staff outside the demo: the phone asks for a PIN before it shows anything. */
  needs_pin?: boolean
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

const DEVICE = 'jiayi'
let current: Session | null = null

/** As last loaded; `loadSession` first. */
export function session(): Session | null {
  return current
}

export async function loadSession(): Promise<Session | null> {
  const chosen = await readSetting('current')
  const account = chosen && (await (await deviceDatabase()).get('accounts', chosen.account_id))
  closeOthers(account?.id)
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

/** Somebody else who is signed in on this phone; needs no signal. */
export async function chooseAccount(account_id: string): Promise<void> {
  const { memberships } = (await (await deviceDatabase()).get('accounts', account_id))!
  await writeSetting('current', { account_id, membership_id: memberships.length === 1 ? memberships[0]!.id : null })
  await changed()
}

/** All who are signed in on this phone. */
export async function accountsHere(): Promise<Account[]> {
  return (await deviceDatabase()).getAll('accounts')
}

/** Another person of the same account: 您是哪位. */
export async function chooseMembership(membership_id: string): Promise<void> {
  if (!current?.account.memberships.some(({ id }) => id === membership_id)) throw new Error(`no membership ${membership_id}`)
  await writeSetting('current', { account_id: current.account.id, membership_id })
  await changed()
}

/** To be called after who is signed in, or what is known of them, was written. */
export async function changed(): Promise<Session | null> {
  const loaded = await loadSession()
  announce(DEVICE, [SESSION])
  return loaded
}

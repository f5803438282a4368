import { ref } from 'vue'
import { session, type Membership } from '@/api/session'
import type { Documents } from '@/db/documents'
import type { ProxyBody, Relation, ResidentBody } from '../shared/documents'

/** For whom this phone is held: the elder's own, or those of a family who asked its holder to help. */

export type Scope = 'view_summary' | 'view_full' | 'book' | 'sign_renewal' | 'receive_alerts' | 'pay'

export interface Person {
  /** The resident's. */
  id: string
  name: string
  is_self: boolean
  /** What the phone's holder is to the elder. */
  relation: Relation
  scopes: readonly string[]
  /** Everything is on this phone; else only when we come, who comes, and whether it is done. */
  is_full: boolean
  team_id: string | null
  /** Only `id`, `name` and `care_team_id` are sure. */
  resident: Partial<ResidentBody> & Pick<ResidentBody, 'id' | 'name' | 'care_team_id'>
}

/** Elders who gave this person a grant that holds today, by name; or the elder himself. */
export async function readPeople(docs: Documents, membership: Membership, account_id: string, today: string): Promise<Person[]> {
  if (membership.role === 'resident') {
    const own = membership.subject_id ? await docs.get<ResidentBody>('resident', membership.subject_id) : undefined
    return own ? [personOf(own.body)] : []
  }
  const grants = (await docs.all<ProxyBody>('proxy')).map(({ body }) => body).filter((grant) => grant.account_id === account_id && isLive(grant, today))
  const found = await Promise.all(grants.map(async (grant) => {
    const resident = await docs.get<ResidentBody>('resident', grant.resident_id)
    return resident && personOf(resident.body, grant)
  }))
  return found.filter((person) => !!person).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
}

export function isLive({ valid_from, expires_on }: Pick<ProxyBody, 'valid_from' | 'expires_on'>, today: string): boolean {
  return valid_from <= today && (!expires_on || today < expires_on)
}

/** The elder decides about everything; family about what was asked of them. */
export function may(person: Person, scope: Scope): boolean {
  return person.is_self || person.scopes.includes(scope)
}

function personOf(resident: Readonly<ResidentBody>, grant?: Readonly<ProxyBody>): Person {
  return {
    id: resident.id, name: resident.name, is_self: !grant, relation: grant?.relation ?? 'self', scopes: grant?.scopes ?? [],
    is_full: !grant || grant.scopes.includes('view_full'), team_id: resident.care_team_id, resident,
  }
}

const STORED_AS = 'for_whom'
const chosen = ref<Record<string, string>>(stored())

/** The one whose things are shown; the first while nobody was chosen. */
export function chosenOf(people: readonly Person[], membership_id: string): Person | undefined {
  return people.find(({ id }) => id === chosen.value[membership_id]) ?? people[0]
}

export function choosePerson(id: string): void {
  const membership_id = session()?.membership?.id
  if (!membership_id) return
  chosen.value = { ...chosen.value, [membership_id]: id }
  localStorage.setItem(STORED_AS, JSON.stringify(chosen.value))
}

export { chosen as chosen_people }

function stored(): Record<string, string> {
  try {
    return JSON.parse(globalThis.localStorage?.getItem(STORED_AS) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}

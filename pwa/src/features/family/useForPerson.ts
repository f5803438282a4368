import type { ShallowRef, WatchSource } from 'vue'
import { session } from '@/api/session'
import type { Documents } from '@/db/documents'
import { useLiveQuery } from '@/db/useLiveQuery'
import { useToday } from '../shared/useToday'
import { chosen_people, chosenOf, readPeople, type Person } from './people'

/** What a family page shows. `person` and `data` are missing while nobody has asked this phone's holder to help. */
export interface ForPerson<T> {
  people: Person[]
  person?: Person
  data?: T
  today: string
  /** False while the first download may still bring more. */
  is_complete: boolean
}

/** Reads for the elder who is chosen on this phone, and again when that is somebody else. */
export function useForPerson<T>(read: (docs: Documents, person: Person, today: string) => Promise<T>, sources: WatchSource[] = []): Readonly<ShallowRef<ForPerson<T> | undefined>> {
  const today = useToday()
  const { data } = useLiveQuery(async (docs): Promise<ForPerson<T>> => {
    const now = session()!
    const membership = now.membership!
    const people = await readPeople(docs, membership, now.account.id, today.value)
    const is_complete = await docs.isComplete(membership.id)
    const person = chosenOf(people, membership.id)
    return { people, person, today: today.value, is_complete, data: person && (await read(docs, person, today.value)) }
  }, [today, chosen_people, ...sources])
  return data
}

import { newId, send } from '@/sync'
import type { Part } from './days'
import type { Person } from './people'

/** What is asked for, as far as it is chosen; it travels in the page's address. */
export interface Wish {
  item: string
  on: string
  part: Part
}

export function wishOf(query: Readonly<Record<string, unknown>>): Partial<Wish> {
  const { item, on, part } = query
  return {
    ...(typeof item === 'string' ? { item } : {}),
    ...(typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? { on } : {}),
    ...(part === 'morning' || part === 'afternoon' ? { part } : {}),
  }
}

/** Asks for the visit; returns its id and the command's. */
export async function book(person: Person, { item, on, part }: Wish, note: string, is_danger_acknowledged: boolean): Promise<{ visit_id: string; command_id: string }> {
  const visit_id = newId()
  const command_id = await send({
    kind: 'visits.request',
    entity_id: visit_id,
    payload: {
      services: [{ id: newId(), resident_id: person.id, item_code: item }],
      wish_on: on,
      wish_part: part,
      ...(note ? { wish_note: note } : {}),
      ...(is_danger_acknowledged ? { is_danger_acknowledged } : {}),
      source: person.is_self ? 'app_resident' : 'app_proxy',
    },
  })
  return { visit_id, command_id }
}

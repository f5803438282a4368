import type { ProxyBody, Relation, ResidentPhone } from '../shared/documents'

/** Those who can be rung for somebody: people with a say, and further numbers of the house. */
export interface Kin {
  key: string
  name: string
  relation: Relation
  number: string | undefined
  scopes: readonly string[]
}

export function kinOf(proxies: readonly ProxyBody[], phones: readonly ResidentPhone[], today: string): Kin[] {
  const others = phones.filter(({ relation }) => relation !== 'self')
  const taken = new Set<string>()
  const named = proxies
    .filter(({ expires_on }) => !expires_on || expires_on > today)
    .map(({ id, name, relation, scopes }) => {
      const phone = others.find((one) => !taken.has(one.id) && one.label === name) ?? others.find((one) => !taken.has(one.id) && one.relation === relation)
      if (phone) taken.add(phone.id)
      return { key: id, name, relation, number: phone?.number, scopes }
    })
  const rest = others.filter(({ id }) => !taken.has(id)).map(({ id, label, relation, number }) => ({ key: id, name: label ?? '', relation, number, scopes: [] }))
  return [...named, ...rest]
}

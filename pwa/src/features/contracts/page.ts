import { authorized } from '@/api/authorized'
import { api, dataOf } from '@/api/client'
import { ORIGIN } from '@/api/http'
import type { components } from '@/api/schema'
import { session } from '@/api/session'

/** The contract as the server words it: the same lines on the screen, on paper and in the PDF. Needs a signal. */
export type ContractPageText = components['schemas']['ContractPageText']

/** Throws ApiProblem. */
export function fetchPage(contract_id: string): Promise<ContractPageText> {
  return dataOf(api.GET('/api/v1/contracts/{contract_id}/page', { params: { path: { contract_id } } }))
}

/** Hands the PDF to the browser to be kept. Throws ApiProblem. */
export async function savePdf(contract_id: string, name: string): Promise<void> {
  const now = session()
  const caller = now?.membership ? { account_id: now.account.id, membership_id: now.membership.id } : undefined
  const answer = await authorized(new Request(new URL(`/api/v1/contracts/${contract_id}/page.pdf`, ORIGIN), { cache: 'no-store' }), caller)
  const address = URL.createObjectURL(await answer.blob())
  Object.assign(document.createElement('a'), { href: address, download: `${name}.pdf` }).click()
  // The download has its own hold on it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A drawing of the server's, as an address for an `img`: no script runs in it. */
export function drawn(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

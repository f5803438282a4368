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

/** What belongs to a contract as bytes, at an address for this look only. Throws ApiProblem. */
async function addressOf(path: string): Promise<string> {
  const now = session()
  const caller = now?.membership ? { account_id: now.account.id, membership_id: now.membership.id } : undefined
  const answer = await authorized(new Request(new URL(`/api/v1/contracts/${path}`, ORIGIN), { cache: 'no-store' }), caller)
  return URL.createObjectURL(await answer.blob())
}

/** The spoken consent under the contract, or under a change of it; whoever asks gives the address back. Throws ApiProblem. */
export function fetchVoice(contract_id: string, amendment_id?: string): Promise<string> {
  return addressOf(`${contract_id}/recording${amendment_id ? `?amendment_id=${amendment_id}` : ''}`)
}

/** Hands the PDF to the browser to be kept. Throws ApiProblem. */
export async function savePdf(contract_id: string, name: string): Promise<void> {
  const address = await addressOf(`${contract_id}/page.pdf`)
  Object.assign(document.createElement('a'), { href: address, download: `${name}.pdf` }).click()
  // The download has its own hold on it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A drawing of the server's, as an address for an `img`: no script runs in it. */
export function drawn(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

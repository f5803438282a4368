import { api } from '@/api/client'
import type { paths } from '@/api/schema'

type Query = paths['/api/v1/reports/exports/indicators']['get']['parameters']['query']

/** Fetches the table as a file and hands it to the browser to keep. */
export async function saveTable(query: Query): Promise<void> {
  const { data } = await api.GET('/api/v1/reports/exports/indicators', { params: { query }, parseAs: 'blob' })
  keep(data, `indicators.${query.kind}`)
}

/** Fetches the list that somebody allowed, which can be done once. */
export async function saveList(request_id: string, name: string): Promise<void> {
  const { data } = await api.POST('/api/v1/reports/export-requests/{request_id}/fetch', { params: { path: { request_id } }, parseAs: 'blob' })
  keep(data, name)
}

function keep(data: unknown, download: string): void {
  const address = URL.createObjectURL(data as Blob)
  Object.assign(document.createElement('a'), { href: address, download }).click()
  // The download has its own hold on it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

import { api } from '@/api/client'
import type { paths } from '@/api/schema'

type Query = paths['/api/v1/reports/exports/indicators']['get']['parameters']['query']

/** Fetches the table as a file and hands it to the browser to keep. */
export async function saveTable(query: Query): Promise<void> {
  const { data } = await api.GET('/api/v1/reports/exports/indicators', { params: { query }, parseAs: 'blob' })
  const address = URL.createObjectURL(data as unknown as Blob)
  Object.assign(document.createElement('a'), { href: address, download: `indicators.${query.kind}` }).click()
  // The download has its own hold on it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

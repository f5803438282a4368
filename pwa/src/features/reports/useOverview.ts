import type { Ref } from 'vue'
import { api, dataOf } from '@/api/client'
import type { Overview } from './figures'
import { useFetched } from './useFetched'

/** The figures for a day and a team. */
export function useOverview(on: Ref<string>, team_id: Ref<string>): ReturnType<typeof useFetched<Overview>> {
  return useFetched([on, team_id], () => {
    const query = { on: on.value, ...(team_id.value ? { team_id: team_id.value } : {}) }
    return dataOf(api.GET('/api/v1/reports/overview', { params: { query } }))
  })
}

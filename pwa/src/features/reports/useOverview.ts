import { ref, shallowRef, watch, type Ref } from 'vue'
import { api, dataOf } from '@/api/client'
import { ApiProblem } from '@/api/problem'
import type { Overview } from './figures'

/** The figures for a day and a team, from the server: there is nothing of them on this phone. */
export function useOverview(on: Ref<string>, team_id: Ref<string>): {
  data: Ref<Overview | undefined>
  problem: Ref<ApiProblem | null>
  is_loading: Ref<boolean>
  again: () => Promise<void>
} {
  const data = shallowRef<Overview>()
  const problem = shallowRef<ApiProblem | null>(null)
  const is_loading = ref(false)
  let asked = 0

  async function again(): Promise<void> {
    const mine = (asked += 1)
    is_loading.value = true
    problem.value = null
    const query = { on: on.value, ...(team_id.value ? { team_id: team_id.value } : {}) }
    try {
      const found = await dataOf(api.GET('/api/v1/reports/overview', { params: { query } }))
      // The answer to an earlier question may come after that to a later one.
      if (mine === asked) data.value = found
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (mine === asked) problem.value = error
    } finally {
      if (mine === asked) is_loading.value = false
    }
  }
  watch([on, team_id], () => void again(), { immediate: true })
  return { data, problem, is_loading, again }
}

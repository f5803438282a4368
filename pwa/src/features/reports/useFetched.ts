import { ref, shallowRef, watch, type Ref, type WatchSource } from 'vue'
import { ApiProblem } from '@/api/problem'

/** What the server says, asked again whenever the question changes: there is nothing of it on this phone. */
export function useFetched<T>(question: WatchSource | WatchSource[], ask: () => Promise<T>): {
  data: Ref<T | undefined>
  problem: Ref<ApiProblem | null>
  is_loading: Ref<boolean>
  again: () => Promise<void>
} {
  const data = shallowRef<T>()
  const problem = shallowRef<ApiProblem | null>(null)
  const is_loading = ref(false)
  let asked = 0

  async function again(): Promise<void> {
    const mine = (asked += 1)
    is_loading.value = true
    problem.value = null
    try {
      const found = await ask()
      // The answer to an earlier question may come after that to a later one.
      if (mine === asked) data.value = found
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (mine === asked) problem.value = error
    } finally {
      if (mine === asked) is_loading.value = false
    }
  }
  watch(question, () => void again(), { immediate: true })
  return { data, problem, is_loading, again }
}

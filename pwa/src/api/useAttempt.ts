import { ref, type Ref } from 'vue'
import { tCode } from '@/i18n'
import { ApiProblem } from './problem'

/** Something is asked of the server: whether it is under way and, in words, why it did not work. */
export function useAttempt(inWords = ({ code, detail }: ApiProblem) => tCode(code, detail)): {
  fault: Ref<string>
  is_busy: Ref<boolean>
  attempt: (work: () => Promise<void>) => Promise<void>
} {
  const fault = ref('')
  const is_busy = ref(false)

  async function attempt(work: () => Promise<void>): Promise<void> {
    fault.value = ''
    is_busy.value = true
    try {
      await work()
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      fault.value = inWords(problem)
    } finally {
      is_busy.value = false
    }
  }
  return { fault, is_busy, attempt }
}

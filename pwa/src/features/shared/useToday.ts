import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { todayOn } from '@/i18n/dates'

/** Today in China; changes at midnight and when the phone wakes up on another day. */
export function useToday(): Readonly<Ref<string>> {
  const today = ref(todayOn())
  const look = (): void => {
    today.value = todayOn()
  }
  const timer = setInterval(look, 60_000)
  document.addEventListener('visibilitychange', look)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  })
  return readonly(today)
}

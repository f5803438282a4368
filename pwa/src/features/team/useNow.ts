import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** The wall time in ms, by the minute: waits and delays on a board that stays open. */
export function useNow(): Readonly<Ref<number>> {
  const now = ref(Date.now())
  const look = (): void => {
    now.value = Date.now()
  }
  const timer = setInterval(look, 60_000)
  document.addEventListener('visibilitychange', look)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  })
  return readonly(now)
}

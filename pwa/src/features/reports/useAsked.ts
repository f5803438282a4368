import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { SCOPE, type Asked } from './indicators'

/** Of whom and when, in the address: going back and sending the link on do what one expects. */
export function useAsked(): { asked: ComputedRef<Asked>; change: (changed: Partial<Asked>) => void } {
  const route = useRoute()
  const router = useRouter()
  const asked = computed(() => {
    const values = SCOPE.map((name) => [name, typeof route.query[name] === 'string' ? route.query[name] : ''])
    return Object.fromEntries(values) as unknown as Asked
  })
  function change(changed: Partial<Asked>): void {
    const query = { ...route.query, ...changed }
    void router.push({ query: Object.fromEntries(Object.entries(query).filter(([, value]) => value)) })
  }
  return { asked, change }
}

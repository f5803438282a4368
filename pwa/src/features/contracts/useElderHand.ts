import { onUnmounted, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { isElder } from '@/ui/elder'

/** The elder holds the phone or reads along: the page is large while `is_theirs`, whatever this phone is set to. */
export function useElderHand(is_theirs: MaybeRefOrGetter<boolean> = true): void {
  const show = (large: boolean) => document.documentElement.toggleAttribute('data-elder', large || isElder.value)
  watch(() => toValue(is_theirs), show, { immediate: true })
  onUnmounted(() => show(false))
}

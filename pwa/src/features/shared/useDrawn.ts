import { readonly, ref, watch, type Ref, type WatchSource } from 'vue'
import { afterFrame } from '@/firstPage'

/**
 * True from two frames after `begins` first holds: what somebody waits for is drawn first, and what stands around it does not
 * make it wait. One frame would be too few: both would be drawn in it.
 */
export function useDrawn(begins: WatchSource<unknown> = () => true): Readonly<Ref<boolean>> {
  const is_drawn = ref(false)
  watch(begins, (has_begun) => has_begun && void afterFrame().then(afterFrame).then(() => { is_drawn.value = true }), { immediate: true })
  return readonly(is_drawn)
}

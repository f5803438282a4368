import { shallowRef, type Component, type ShallowRef } from 'vue'

/**
 * A part that is needed after a tap, if at all: it is fetched (from the phone, once the app is installed) when it is first
 * opened, so that the page itself is there sooner.
 *
 *     const miss_sheet = later(() => import('../visits/MissSheet.vue'))
 *     await miss_sheet.fetch()      <component :is="miss_sheet.part.value" :open … />
 */
export interface Later {
  part: Readonly<ShallowRef<Component | undefined>>
  fetch: () => Promise<void>
}

export function later(load: () => Promise<{ default: Component }>): Later {
  const part = shallowRef<Component>()
  return {
    part,
    async fetch() {
      part.value ??= (await load()).default
    },
  }
}

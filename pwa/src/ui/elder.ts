import { readonly, ref } from 'vue'

const STORED_AS = 'elder'
const on = ref(false)

/** 长辈版: a larger root and fewer things. Pages ask it for what to leave out; sizes follow by themselves. */
export const isElder = readonly(on)

export function setElder(value: boolean): void {
  on.value = value
  document.documentElement.toggleAttribute('data-elder', value)
  localStorage.setItem(STORED_AS, value ? 'yes' : 'no')
}

/** Before the first paint: what was chosen on this phone, else `otherwise` (an elder's account may begin large). */
export function restoreElder(otherwise = false): void {
  const stored = localStorage.getItem(STORED_AS)
  on.value = stored ? stored === 'yes' : otherwise
  document.documentElement.toggleAttribute('data-elder', on.value)
}

/** What is chosen in one window of the app holds in the others. */
export function followElder(): void {
  addEventListener('storage', ({ key }) => { if (key === STORED_AS) restoreElder(on.value) })
}

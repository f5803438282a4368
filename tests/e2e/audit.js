/* What a person with poor eyes, a thick finger or a small phone would stumble over. Evaluated in the page, after axe-core. */
(() => {
  const TARGETS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=radio], [role=checkbox]'

  /** Where a finger can go now: a modal sheet, or else the page. */
  const reachable = () => [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body

  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('[aria-hidden=true], [inert], .sr')

  /** A link in running text is as high as its line. */
  const isInText = (element) =>
    getComputedStyle(element).display === 'inline' && [...element.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())

  const named = (element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${(element.innerText || element.getAttribute('aria-label') || '').trim().slice(0, 24)}`

  /** Whether a finger of this size that lands on its middle hits it, whatever its own box is. */
  function isHit(element, box, least) {
    element.scrollIntoView({ block: 'center' })
    const { left, top, width, height } = box()
    const x = left + width / 2
    const y = top + height / 2
    const reach = least / 2 - 1
    const wide = width >= least ? 0 : reach
    const high = height >= least ? 0 : reach
    return [[-wide, -high], [wide, -high], [-wide, high], [wide, high]].every(([dx, dy]) => {
      const there = document.elementFromPoint(x + dx, y + dy)
      return there && (element.contains(there) || there.contains(element) && there.closest('label'))
    })
  }

  function small(least) {
    const found = [...reachable().querySelectorAll(TARGETS)].filter((element) => isSeen(element.closest('label') ?? element) && !isInText(element))
    return found.flatMap((element) => {
      const box = () => (element.closest('label') ?? element).getBoundingClientRect()
      const { width, height } = box()
      if (width === 0 || (width > least - 0.5 && height > least - 0.5) || isHit(element, box, least)) return []
      return [`${named(element)} is ${Math.round(width)} by ${Math.round(height)}`]
    })
  }

  /** Two controls with an edge so near to each other that a finger takes both. */
  function crowded(gap) {
    const found = [...reachable().querySelectorAll('.btn, .box, .choice:not(.ticks *)')].filter(isSeen).map((element) => [element, element.getBoundingClientRect()])
    return found.flatMap(([one, a], n) => found.slice(n + 1).flatMap(([other, b]) => {
      if (one.contains(other) || one.closest('.dock') !== other.closest('.dock') || one.closest('.sheet-action') !== other.closest('.sheet-action')) return []
      const across = Math.max(a.left, b.left) - Math.min(a.right, b.right)
      const down = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom)
      return Math.max(across, down) < gap ? [`${named(one)} touches ${named(other)}`] : []
    }))
  }

  /** What has the focus and yet nobody sees, because something else lies over it. */
  function covered() {
    const found = [...reachable().querySelectorAll(TARGETS)].filter((element) => isSeen(element) && !element.disabled && element.tabIndex >= 0)
    const hidden = found.filter((element) => {
      element.focus()
      const { left, right, top, bottom } = (element.closest('label') ?? element).getBoundingClientRect()
      const spots = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)))
      return !spots.some((there) => there && (element.contains(there) || there.contains(element)) && !there.contains(reachable()))
    })
    document.activeElement?.blur()
    scrollTo(0, 0)
    return hidden.map(named)
  }

  function wide() {
    const roots = [document.documentElement, ...document.querySelectorAll('dialog[open], dialog[open] *, main, .dock')]
    const scrolling = roots.filter((root) => root.scrollWidth > root.clientWidth + 1 && (root === document.documentElement || getComputedStyle(root).overflowX === 'auto' && root.tagName === 'DIALOG'))
    if (!scrolling.length) return []
    const limit = document.documentElement.clientWidth
    const beyond = [...document.querySelectorAll('body *')].filter((element) => isSeen(element) && element.getBoundingClientRect().right > limit + 1)
    return [`${scrolling[0].scrollWidth} wide in ${limit}`, ...beyond.slice(-4).map(named)]
  }

  async function faults() {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    // Its own idea of a small target is a row half under the bottom bar; ours asks for more of every target.
    const options = { runOnly: tags, rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: false } }, resultTypes: ['violations'], preload: false }
    const { violations } = await axe.run(document, options)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, any }) => html.slice(0, 160) + ' ' + (any[0]?.message ?? '')).join(' | ')}`)
  }

  globalThis.audit = { small, crowded, covered, wide, faults }
})()

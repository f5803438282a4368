// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { nextTick, ref } from 'vue'
import SignaturePad from './SignaturePad.vue'
import type { Signature } from './signature'
import { mountPart } from './testing'

function pad(start: Signature | null = null, props: object = {}) {
  const signature = ref(start)
  const part = mountPart({
    components: { SignaturePad }, setup: () => ({ signature, props }), emits: ['cannot'],
    template: '<div><SignaturePad v-model="signature" signer="丁大川" otherwise="签不了，换个办法" v-bind="props" @cannot="$emit(\'cannot\')" /></div>',
  })
  const svg = part.get('.sign svg').element
  svg.getBoundingClientRect = () => new DOMRect(20, 100, 300, 150)
  const write = (...points: [number, number][]) => {
    const send = (type: string, [clientX, clientY]: [number, number]) => svg.dispatchEvent(new PointerEvent(type, { clientX, clientY, pointerId: 1, bubbles: true, cancelable: true }))
    send('pointerdown', points[0]!)
    for (const point of points.slice(1)) send('pointermove', point)
    send('pointerup', points.at(-1)!)
    return nextTick()
  }
  return { signature, part, write, paths: () => part.findAll('.sign path').map((path) => path.attributes('d')) }
}

test('what the finger writes is drawn, and given out stroke by stroke in the field’s own pixels', async () => {
  const { signature, part, write, paths } = pad()
  await write([30, 120], [80, 120], [80, 200])
  await write([200, 150], [210, 150])
  expect(signature.value).toMatchObject({ w: 300, h: 150 })
  expect(signature.value!.strokes.map((flat) => flat.filter((_, i) => i % 3 < 2))).toEqual([[10, 20, 50, 0, 0, 80], [180, 50, 10, 0]])
  expect(paths()).toEqual(['M10 20L60 20L60 100', 'M180 50L190 50'])
  expect(part.get('.sign svg').attributes('aria-label')).toBe('已手写签名：丁大川')
})

test('重写 empties it', async () => {
  const { signature, part, write, paths } = pad()
  await write([30, 120], [80, 120])
  await part.get('.sign-tools button').trigger('click')
  expect(signature.value).toBeNull()
  expect(paths()).toEqual([])
  expect(part.get('.sign svg').attributes('aria-label')).toContain('还没写')
})

test('a stored signature is drawn again, and written on in its own measure', async () => {
  const { signature, write, paths } = pad({ w: 150, h: 75, strokes: [[10, 20, 0, 5, 5, 30]] })
  expect(paths()).toEqual(['M10 20L15 25'])
  await write([120, 150], [140, 150])
  expect(signature.value!.strokes[1]!.slice(0, 2)).toEqual([50, 25])
  expect(signature.value).toMatchObject({ w: 150, h: 75 })
})

test('shown for reading it takes no strokes and has no tools', async () => {
  const { part, write, paths } = pad({ w: 150, h: 75, strokes: [[10, 20, 0]] }, { readonly: true })
  await write([120, 150], [140, 150])
  expect(paths()).toHaveLength(1)
  expect(part.find('.sign-tools').exists()).toBe(false)
})

test('who cannot write finds another way', async () => {
  const { part } = pad()
  await part.findAll('.sign-tools button')[1]!.trigger('click')
  expect(part.emitted('cannot')).toHaveLength(1)
})

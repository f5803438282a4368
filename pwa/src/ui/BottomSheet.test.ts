// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { nextTick, ref } from 'vue'
import BottomSheet from './BottomSheet.vue'
import NavigateSheet from './NavigateSheet.vue'
import { mountPart, words } from './testing'

beforeEach(() => { document.body.innerHTML = '' })

function sheet() {
  const open = ref(false)
  const part = mountPart({
    components: { BottomSheet },
    setup: () => ({ open }),
    template: `<div><button class="opener" @click="open = true">离家有点远</button>
      <BottomSheet :open="open" title="您离登记的家有430米" lead="不耽误看病。" @close="open = false"><p>是什么情况？</p><template #action><button>签到</button></template></BottomSheet></div>`,
  })
  return { open, part, settle: async () => { await nextTick(); await nextTick(); await nextTick() } }
}

test('it opens as a named modal dialog with what is so and what to do', async () => {
  const { part, settle } = sheet()
  await part.get('.opener').trigger('click')
  await settle()
  const dialog = part.get<HTMLDialogElement>('dialog')
  expect(dialog.element.open).toBe(true)
  expect(part.get(`#${dialog.attributes('aria-labelledby')}`).text()).toBe('您离登记的家有430米')
  expect(words(dialog)).toBe('您离登记的家有430米返回不耽误看病。是什么情况？签到')
})

test.each([
  ['返回', (part: ReturnType<typeof mountPart>) => part.get('dialog .link').trigger('click')],
  ['Esc', (part: ReturnType<typeof mountPart>) => part.get('dialog').trigger('cancel')],
  ['a tap beside it', (part: ReturnType<typeof mountPart>) => part.get('dialog').trigger('click')],
  ['a pull downwards', async (part: ReturnType<typeof mountPart>) => {
    const head = part.get('.sheet-head').element
    for (const [type, clientY] of [['pointerdown', 100], ['pointermove', 220], ['pointerup', 220]] as const) head.dispatchEvent(new PointerEvent(type, { clientY, bubbles: true }))
  }],
])('%s closes it', async (_, leave) => {
  const { open, part, settle } = sheet()
  open.value = true
  await settle()
  await leave(part)
  await settle()
  expect(open.value).toBe(false)
  expect(part.find('dialog').exists()).toBe(false)
})

test('a short pull, and a tap inside, leave it open', async () => {
  const { open, part, settle } = sheet()
  open.value = true
  await settle()
  const head = part.get('.sheet-head').element
  for (const [type, clientY] of [['pointerdown', 100], ['pointermove', 130], ['pointerup', 130]] as const) head.dispatchEvent(new PointerEvent(type, { clientY, bubbles: true }))
  await part.get('dialog p').trigger('click')
  await settle()
  expect(open.value).toBe(true)
})

test('the way is handed to map apps, each in its own datum, under the name of the place', async () => {
  const part = mountPart(NavigateSheet, {
    props: {
      open: true, place: '石板桥3组', wgs84: { latitude: 30.8, longitude: 106.08 },
      gcj02: { latitude: 30.797693, longitude: 106.084007 }, bd09: { latitude: 30.804, longitude: 106.090401 },
    },
  })
  await nextTick()
  await nextTick()
  const links = Object.fromEntries(part.findAll('a').map((link) => [words(link), link.attributes('href')!]))
  expect(links['高德地图']).toBe(`amapuri://route/plan/?sourceApplication=jiayi&dlat=30.797693&dlon=106.084007&dname=${encodeURIComponent('石板桥3组')}&dev=0&t=0`)
  expect(links['腾讯地图']).toContain('tocoord=30.797693,106.084007')
  expect(decodeURIComponent(links['百度地图']!)).toContain('destination=latlng:30.804,106.090401|name:石板桥3组&coord_type=bd09ll')
  expect(links['手机里的其他地图']).toMatch(/^geo:30\.8,106\.08\?q=30\.8,106\.08\(/)
})

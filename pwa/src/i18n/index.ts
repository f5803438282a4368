import { FluentBundle, FluentNumber, type FluentVariable, type Message, type Scope } from '@fluent/bundle'
import { readonly, ref, shallowRef } from 'vue'

/** Texts, from the same Fluent files that the server reads: `locales/<language>/<feature>.ftl`, ids begin with the feature. */

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export type TextArgs = Readonly<Record<string, string | number>>
/** What vite.texts.ts makes of a file: patterns by id. */
type Texts = Readonly<Record<string, Message['value']>>

const STORED_AS = 'language'
const FIRST = import.meta.glob<Texts>('../../../locales/zh-CN/{app,dates,sync,ui}.ftl', { import: 'default', eager: true })
/** Everything else comes with the page that needs it, so that the first load stays small. */
const LATER = import.meta.glob<Texts>(['../../../locales/*/*.ftl', '!../../../locales/zh-CN/{app,dates,sync,ui}.ftl'], { import: 'default' })

const bundles: Record<Language, FluentBundle> = { 'zh-CN': emptyBundle('zh-CN'), en: emptyBundle('en') }
const pending = new Map<string, Promise<void>>()
const failed = new Set<string>()
/** Rises when texts arrive: whatever was rendered without them is rendered again. */
const revision = shallowRef(0)
const chosen = ref<Language>(storedLanguage())

for (const texts of Object.values(FIRST)) add('zh-CN', texts)

export const language = readonly(chosen)

/** The text in the chosen language, else in Chinese; empty for the moment in which its file is still on the way. */
export function t(id: string, args?: TextArgs): string {
  return lookUp(id, args) ?? (isOnTheWay(id) ? '' : id)
}

/** The text of a stable code: `visits.refused.wrong_status`. A code this app is too old to know gets a general sentence. */
export function tCode(code: string, detail: Readonly<Record<string, unknown>> = {}): string {
  const id = code.replaceAll('.', '-')
  return lookUp(id, plain(detail)) ?? (isOnTheWay(id) ? '' : t('app-problem-unknown'))
}

/** For set-up functions that read better with a local name; `t` follows the language by itself. */
export function useT(): { t: typeof t; tCode: typeof tCode } {
  return { t, tCode }
}

export async function setLanguage(next: Language): Promise<void> {
  await loadTexts(fileNames(next), next)
  chosen.value = next
  localStorage.setItem(STORED_AS, next)
  document.documentElement.lang = next
}

/** Fetches the texts of these features before their page shows. A file that is missing or out of reach is tried again later. */
export async function loadTexts(features: readonly string[], into: Language = chosen.value): Promise<void> {
  const languages = into === 'zh-CN' ? [into] : [into, 'zh-CN' as const]
  await Promise.all(languages.flatMap((each) => features.map((feature) => loadFile(pathOf(each, feature), each))))
}

/** Every text of the chosen language: for the quiet moment after the start, and for tests. */
export function loadAllTexts(): Promise<void> {
  return loadTexts(fileNames(chosen.value))
}

function lookUp(id: string, args?: TextArgs): string | undefined {
  void revision.value
  for (const each of new Set([chosen.value, 'zh-CN' as const])) {
    const pattern = bundles[each].getMessage(id)?.value
    if (pattern) return format(bundles[each], pattern, args)
  }
  return undefined
}

/** What of a problem's detail a text can name. */
function plain(detail: Readonly<Record<string, unknown>>): TextArgs {
  const isPlain = (entry: [string, unknown]): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1])
  return Object.fromEntries(Object.entries(detail).filter(isPlain))
}

function format(bundle: FluentBundle, pattern: Parameters<FluentBundle['formatPattern']>[0], args: TextArgs = {}): string {
  const values: Record<string, FluentVariable> = {}
  for (const [name, value] of Object.entries(args)) values[name] = typeof value === 'number' ? new Plain(value) : value
  // While developing and in tests a missing value is an error; on somebody's phone it leaves a gap.
  return bundle.formatPattern(pattern, values, import.meta.env.DEV ? undefined : [])
}

/** Few numbers need the browser's own formats, and to load those takes a slow phone a tenth of its start. */
class Plain extends FluentNumber {
  override toString(scope: Scope): string {
    return Number.isInteger(this.value) && Math.abs(this.value) < 1000 ? String(this.value) : super.toString(scope)
  }
}

function isOnTheWay(id: string): boolean {
  const feature = id.split('-')[0] ?? ''
  const paths = [pathOf(chosen.value, feature), pathOf('zh-CN', feature)].filter((path) => path in LATER && !failed.has(path))
  const missing = paths.filter((path) => !isLoaded.has(path))
  if (missing.length) void loadTexts([feature])
  return missing.length > 0
}

const isLoaded = new Set<string>()

function loadFile(path: string, into: Language): Promise<void> {
  const load = LATER[path]
  if (!load || isLoaded.has(path)) return Promise.resolve()
  const running = pending.get(path) ?? fetchFile(path, load, into)
  pending.set(path, running)
  return running
}

async function fetchFile(path: string, load: () => Promise<Texts>, into: Language): Promise<void> {
  try {
    add(into, await load())
    isLoaded.add(path)
    failed.delete(path)
  } catch {
    failed.add(path)
  } finally {
    pending.delete(path)
    revision.value += 1
  }
}

function pathOf(of: Language, feature: string): string {
  return `../../../locales/${of}/${feature}.ftl`
}

function fileNames(of: Language): string[] {
  const prefix = pathOf(of, '').replace('.ftl', '')
  return Object.keys(LATER).filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length, -'.ftl'.length))
}

function add(to: Language, texts: Texts): void {
  bundles[to].addResource({ body: Object.entries(texts).map(([id, value]) => ({ id, value, attributes: {} })) })
}

function emptyBundle(of: Language): FluentBundle {
  // Isolation marks would be counted, copied and read by tests; both languages run left to right.
  return new FluentBundle(of, { useIsolating: false })
}

function storedLanguage(): Language {
  const stored = globalThis.localStorage?.getItem(STORED_AS)
  return LANGUAGES.find((each) => each === stored) ?? 'zh-CN'
}

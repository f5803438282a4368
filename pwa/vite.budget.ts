import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/** Fails the build when a phone on a village's signal would have to wait: sizes gzipped, in units of 1,000 bytes. */

const FIRST_JS_KB = 60
const LAZY_JS_KB = 15
/** What a page brings beyond the first load, parts that it shares with other pages included. */
const PAGE_JS_KB = 30
const CSS_KB = 6
const PAGE_CSS_KB = 7.5
const WORKER_KB = 12

/** Addresses that stand in code as names or in messages to developers and are never fetched. */
const NEVER_FETCHED = [/^http:\/\/www\.w3\.org\//, /^https:\/\/vuejs\.org\/error-reference\//, /^https:\/\/bit\.ly\/wb-precache$/, /^http:\/\/127\.0\.0\.1/]

interface Part {
  what: string
  kb: number
  limit: number
}

export function budget(): Plugin {
  let chunks: Rolldown.OutputBundle = {}
  let out = ''
  return {
    name: 'budget',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      chunks = bundle
      out = dir!
    },
    closeBundle() {
      if (!out) return
      const parts = [...measure(chunks, out)]
      for (const { what, kb, limit } of parts) this.info(`${what}: ${kb.toFixed(1)} of ${limit.toFixed(1)} KB gz`)
      const faults = parts.filter(({ kb, limit }) => kb > limit).map(({ what, kb, limit }) => `${what} has ${kb.toFixed(1)} KB gz, more than ${limit.toFixed(1)}`)
      faults.push(...foreignAddresses(out))
      if (faults.length) this.error(`over budget:\n  ${faults.join('\n  ')}`)
    },
  }
}

function* measure(bundle: Rolldown.OutputBundle, out: string): Generator<Part> {
  const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
  const entry = chunks.find((each) => each.isEntry)!
  const first = withImports(bundle, entry.fileName, new Set())
  const first_css = cssOf(bundle, first)
  yield { what: 'first load, JS', kb: sum(bundle, first), limit: FIRST_JS_KB }
  yield { what: 'first load, CSS', kb: sum(bundle, first_css), limit: CSS_KB }
  yield { what: 'worker, without its list of files', kb: kilobytes(withoutList(readFileSync(join(out, 'sw.js'), 'utf8'))), limit: WORKER_KB }
  for (const chunk of chunks.filter((each) => !first.has(each.fileName))) {
    yield { what: chunk.name, kb: kilobytes(chunk.code), limit: LAZY_JS_KB }
  }
  for (const chunk of chunks.filter((each) => each.isDynamicEntry)) {
    const more = withImports(bundle, chunk.fileName, new Set(first))
    first.forEach((name) => more.delete(name))
    yield { what: `${chunk.name} with all its parts`, kb: sum(bundle, more), limit: PAGE_JS_KB }
    const css = new Set([...first_css, ...cssOf(bundle, more)])
    if (css.size > first_css.size) yield { what: `${chunk.name}, CSS with the first load's`, kb: sum(bundle, css), limit: PAGE_CSS_KB }
  }
}

/** The list of files grows with every page and is no code; it is fetched with the worker, in the background. */
function withoutList(worker: string): string {
  return worker.replace(/\[(\{(url|revision):[^\]]+)\]/, '[]')
}

/** A file and what it needs before it can run; what is already in `seen` is not followed again. */
function withImports(bundle: Rolldown.OutputBundle, name: string, seen: Set<string>): Set<string> {
  const chunk = bundle[name]
  if (seen.has(name) || chunk?.type !== 'chunk') return seen
  seen.add(name)
  chunk.imports.forEach((each) => withImports(bundle, each, seen))
  return seen
}

function cssOf(bundle: Rolldown.OutputBundle, names: Set<string>): Set<string> {
  const files = [...names].flatMap((name) => {
    const chunk = bundle[name]
    return chunk?.type === 'chunk' ? [...(chunk.viteMetadata?.importedCss ?? [])] : []
  })
  return new Set(files)
}

function sum(bundle: Rolldown.OutputBundle, names: Set<string>): number {
  return [...names].reduce((total, name) => {
    const file = bundle[name]
    return total + (file ? kilobytes(file.type === 'chunk' ? file.code : file.source) : 0)
  }, 0)
}

function kilobytes(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length / 1000
}

function foreignAddresses(out: string): string[] {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css|html|svg|webmanifest)$/.test(name))
  return files.flatMap((name) => {
    const found = readFileSync(join(out, name), 'utf8').match(/(https?:)?\/\/[a-z0-9-]+(\.[a-z0-9-]+)+[^\s"'`)]*/gi) ?? []
    const foreign = found.filter((address) => !NEVER_FETCHED.some((pattern) => pattern.test(address)))
    return foreign.map((address) => `${name} names ${address}`)
  })
}

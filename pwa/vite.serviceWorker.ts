import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

/**
 * Builds the service worker after the app, with the list of files that it keeps for offline use.
 * Files in assets/ have their hash in the name; the others get it as their revision.
 */
export function serviceWorker(entry: string): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const out = dir!
      const urls = new Set([...Object.keys(bundle), ...publicFiles(out)])
      const precache = [...urls].sort().map((url) => ({ url, revision: url.startsWith('assets/') ? null : hashOf(join(out, url)) }))
      await build({
        configFile: false,
        logLevel: 'warn',
        define: { 'self.__WB_MANIFEST': JSON.stringify(precache), 'process.env.NODE_ENV': '"production"', 'import.meta.env.IS_WORKER': 'true' },
        build: {
          outDir: out,
          emptyOutDir: false,
          copyPublicDir: false,
          target: 'es2022',
          lib: { entry, formats: ['iife'], name: 'serviceWorker', fileName: () => 'sw.js' },
        },
      })
    },
  }
}

/** What a page or the worker asks for by a fixed name; the big icons are only for installing. */
function publicFiles(out: string): string[] {
  const icons = readdirSync(join(out, 'icons')).filter((name) => !name.includes('512'))
  return ['manifest.webmanifest', ...icons.map((name) => `icons/${name}`)]
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)
}

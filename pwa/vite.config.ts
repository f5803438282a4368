import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { budget } from './vite.budget.ts'
import { compileAhead } from './vite.compileAhead.ts'
import { serviceWorker } from './vite.serviceWorker.ts'
import { texts } from './vite.texts.ts'

/**
 * What comes in one file. A slow phone takes longer to fetch thirty small files from itself than to read one large; of what a page
 * does not need it takes some along, and vite.budget.ts says how much it may be.
 */
const PARTS = [
  { name: 'first', tags: ['$initial' as const], priority: 3 },
  // Texts of the pages between which a day goes to and fro.
  { name: 'daily', test: /locales\/zh-CN\/(tasks|residents|visits|outbox)\.ftl/, priority: 2 },
  { name: 'common', test: /\/pwa\/src\/|plugin-vue|rolldown/, minShareCount: 22, priority: 1, includeDependenciesRecursively: false },
  { name: 'small', test: /features\/(shared\/(later|useToday|joins|ruleTables)|contracts\/life)|ui\/(CallLink|Leaf|EmptyState|SyncPill|BottomNav)\./, includeDependenciesRecursively: false },
  { name: 'staff', test: /features\/(shared\/(StaffPill|StaffNav)|visits\/(mine|verdict)|tasks\/names)|ui\/FilterChips/, includeDependenciesRecursively: false },
  { name: 'row', test: /ui\/(TaskRow|SwipeRow|OverdueTag|RiskTag)/, includeDependenciesRecursively: false },
  { name: 'day', test: /features\/(tasks|shared\/FetchProgress)|ui\/IndexTabs/, includeDependenciesRecursively: false },
]

export default defineConfig(({ command }) => ({
  // Components here are written with `setup` only; the other way would cost every phone two kilobytes. Test tools need it.
  plugins: [texts(), compileAhead(), vue({ features: { optionsAPI: command === 'serve' } }), serviceWorker(fileURLToPath(new URL('src/sw.ts', import.meta.url))), budget()],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  // Texts are shared with the server and stand beside this folder.
  server: { fs: { allow: ['..'] }, proxy: { '/api': 'http://127.0.0.1:8000' } },
  build: {
    target: 'es2022',
    // The content security policy is `default-src 'self'`: a data: address would be blocked.
    assetsInlineLimit: 0,
    // Every browser with our level of JavaScript knows modulepreload. It is asked for styles alone: from the second visit on all
    // scripts lie on the phone, where a list of them by name only delays the first page.
    modulePreload: { polyfill: false, resolveDependencies: (_page, parts) => parts.filter((part) => part.endsWith('.css')) },
    rolldownOptions: { output: { codeSplitting: { groups: PARTS } } },
  },
  test: {
    // Page parts ask for a document themselves: `// @vitest-environment happy-dom` on the first line.
    environment: 'node',
    environmentOptions: { happyDOM: { url: 'http://127.0.0.1:8000/' } },
    // By itself it leaves a core to the editor: of two that is half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['vitest.setup.ts'],
    include: process.env.JIAYI_DRAIN ? ['src/**/*.live.test.ts'] : ['src/**/*.test.ts'],
    // Those need a server, and whoever has one starts them.
    exclude: process.env.JIAYI_DRAIN ? [] : ['src/**/*.live.test.ts'],
  },
}))

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { texts } from '../vite.texts.ts'

/** `--mode app`: the app of one tab, as a script that leaves it in `app`. `--mode main`: the process that runs the phones. */
export default defineConfig(({ mode }) => {
  const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
  return {
    root: here('..'),
    logLevel: 'warn',
    plugins: [texts()],
    resolve: { alias: { '@': here('../src') } },
    ssr: { noExternal: true },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: here('../../build/simulator'),
      emptyOutDir: false,
      minify: false,
      target: 'es2022',
      copyPublicDir: false,
      ...(mode === 'app'
        ? { lib: { entry: here('app.ts'), formats: ['iife'], name: 'app', fileName: () => 'app.js' } }
        : { ssr: here('main.ts'), rolldownOptions: { output: { entryFileNames: 'main.js' } } }),
    },
  }
})

import type { Plugin } from 'vite'

/** What a start runs, most of it: the first load and the parts of the day's page. */
const AT_START = new Set(['index', 'common', 'small', 'staff', 'row', 'day'])
const REMARK = '//# allFunctionsCalledOnLoad'

/**
 * Lets the browser compile these files whole and beside the page while they come, instead of each of their thousand functions
 * in the page's way when it is first called. Chromium understands it from 136 on; to others it is a comment.
 */
export function compileAhead(): Plugin {
  return {
    name: 'compile-ahead',
    apply: 'build',
    generateBundle: {
      // It counts on the first line alone, where Vite puts its list of styles.
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && AT_START.has(chunk.name)) chunk.code = `${REMARK}\n${chunk.code}`
        }
      },
    },
  }
}

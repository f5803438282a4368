import { FluentResource } from '@fluent/bundle'
import type { Plugin } from 'vite'

/**
 * Fluent files as what Fluent makes of them, by id: a slow phone need not parse hundreds of texts before its first page, and
 * the parser stays at home.
 */
export function texts(): Plugin {
  return {
    name: 'texts',
    transform(source, id) {
      if (!id.endsWith('.ftl')) return
      const { body } = new FluentResource(source)
      for (const { id: text, value, attributes } of body) {
        if (value === null || Object.keys(attributes).length) this.error(`${text}: a text here has a value and no attributes`)
      }
      const patterns = JSON.stringify(Object.fromEntries(body.map(({ id: text, value }) => [text, value])))
      // JSON in a string is read faster than the same as code.
      return { code: `export default JSON.parse(${JSON.stringify(patterns)})`, map: null }
    },
  }
}

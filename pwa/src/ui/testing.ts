import { mount, type VueWrapper } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

/** For tests: a part as it stands in a page, with a router that knows every address. */
export function mountPart(part: object, options: Parameters<typeof mount>[1] = {}): VueWrapper {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:page(.*)', component: { template: '' } }] })
  return mount(part as Component, { attachTo: document.body, ...options, global: { plugins: [router] } }) as VueWrapper
}

/** What stands in a wrapper, with white space as one reads it. */
export function words(part: { text(): string }): string {
  return part.text().replace(/\s+/g, ' ')
}

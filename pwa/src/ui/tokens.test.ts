import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

const HERE = new URL('./', import.meta.url)
const source = (name: string) => readFileSync(new URL(name, HERE), 'utf8')
const tokens = Object.fromEntries([...source('tokens.css').matchAll(/^ {2}(--[\w-]+): (#[0-9a-f]{6});/gm)].map(([, name, value]) => [name!, value!]))

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(tokens[a]!), luminance(tokens[b]!)].sort((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}

test.each([
  ...['--paper', '--white', '--sunk', '--qing-soft', '--hua', '--hua-soft', '--hong-soft'].map((ground) => ['--ink', ground]),
  ...['--paper', '--white', '--sunk', '--qing-soft', '--hua-soft'].map((ground) => ['--ink-2', ground]),
  ...['--paper', '--white', '--sunk', '--qing-soft'].map((ground) => ['--qing', ground]),
  ['--white', '--qing'], ['--white', '--qing-deep'], ['--white', '--hong'], ['--white', '--ink'], ['--hua', '--ink'],
])('text %s on %s has at least 7:1', (text, ground) => {
  expect(contrast(text!, ground!)).toBeGreaterThanOrEqual(7)
})

test.each(['--paper', '--white', '--sunk'])('the edge of a control on %s has at least 3:1', (ground) => {
  expect(contrast('--line-2', ground)).toBeGreaterThanOrEqual(3)
})

test.each(readdirSync(HERE).filter((name) => /\.(vue|css)$/.test(name) && name !== 'tokens.css'))('%s names no colour of its own and no style in its mark-up', (name) => {
  const text = source(name)
  expect(text.match(/#[0-9a-f]{3,8}\b|\brgb|\bhsl/gi) ?? []).toEqual([])
  expect(text).not.toMatch(/[^:]style="/)
})

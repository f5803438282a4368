/* Writes the types of the server's OpenAPI document (pwa/openapi.json) to src/api/schema.d.ts; --check only compares. */
import { readFileSync, writeFileSync } from 'node:fs'
import openapi, { astToString } from 'openapi-typescript'

const TARGET = new URL('../src/api/schema.d.ts', import.meta.url)
const HEAD = '/** The server\'s OpenAPI document in types. Written by `npm run api`; do not edit. */\n\n'

const types = HEAD + astToString(await openapi(new URL('../openapi.json', import.meta.url)))
if (!process.argv.includes('--check')) writeFileSync(TARGET, types)
else if (readFileSync(TARGET, 'utf8') !== types) {
  console.error('src/api/schema.d.ts is not fresh: npm run api')
  process.exit(1)
}

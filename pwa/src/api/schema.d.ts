/** Stands in until `npm run api` has written the types of the server's OpenAPI document over it. */
type Answer = { parameters?: unknown; requestBody?: unknown; responses: { 200: { content: { 'application/json': never } } } }
export type paths = Record<string, { get?: Answer; post?: Answer; put?: Answer; patch?: Answer; delete?: Answer }>

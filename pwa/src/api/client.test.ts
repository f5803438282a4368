import { expect, test, vi } from 'vitest'
import { api, dataOf } from './client'

test.each(['<html>Welcome</html>', '{"items": [{"na'])('what is no answer of the server counts as no signal: %s', async (body) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)))
  await expect(dataOf(api.GET('/api/v1/teams'))).rejects.toMatchObject({ name: 'ApiProblem', code: 'app.problem.offline' })
  vi.unstubAllGlobals()
})

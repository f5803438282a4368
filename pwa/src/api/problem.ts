/** What went wrong with a call, by the server's stable code; `tCode(problem.code, problem.detail)` says it to a person. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'

  constructor(
    /** `visits.refused.wrong_status`; `app.problem.offline` when no answer came. */
    readonly code: string,
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    /** The values that the code's text names. */
    readonly detail: Record<string, unknown> = {},
    /** What is wrong with which field of the request. */
    readonly errors: Record<string, unknown> = {},
    readonly retry_after_ms?: number,
  ) {
    super(code)
  }

  /** No signal, or nobody there who can answer just now: nothing is wrong with what was asked. */
  get is_passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

export function offline(): ApiProblem {
  return new ApiProblem('app.problem.offline', 0)
}

/** Reads an RFC 9457 answer; anything else (a proxy's page, a cut reply) becomes a problem without a cause of its own. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const retry_after_s = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const retry_after_ms = Number.isFinite(retry_after_s) ? retry_after_s * 1000 : undefined
  const body = (await response.json().catch(() => null)) as Partial<ApiProblem> | null
  return new ApiProblem(body?.code ?? 'app.problem.unknown', response.status, body?.detail, body?.errors, retry_after_ms)
}

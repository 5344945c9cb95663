import type { FieldProblemResponse, ProblemDetails } from '@wheelhouse/contracts';

/** Refusals that never reached the server, beside the codes of the server's catalogue. */
export type ClientCode = 'CLIENT.OFFLINE' | 'CLIENT.TIMEOUT' | 'CLIENT.UNREADABLE';

/** What went wrong with a request: the server's RFC 9457 problem, or status 0 when no answer came. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: FieldProblemResponse[] = [],
    readonly details?: ProblemDetails,
  ) {
    super(message);
    this.name = 'ApiProblem';
  }

  /** The message for one field (`name.en`, `grants[0].scopeId`), if it has a problem. */
  field(name: string): string | undefined {
    return this.fields.find((field) => field.field === name)?.message;
  }

  /** The message as it stands above a form: only when no field on the page explains it. */
  get summary(): string {
    return this.message;
  }
}

/** The problem in an answer that is not 2xx. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => null)) as Partial<ProblemDetails> | null;
  if (!body || typeof body.code !== 'string')
    return new ApiProblem(response.status, 'CLIENT.UNREADABLE', response.statusText || String(response.status));
  return new ApiProblem(
    response.status,
    body.code,
    body.detail ?? body.title ?? body.code,
    body.errors ?? [],
    body as ProblemDetails,
  );
}

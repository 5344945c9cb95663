import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { ERROR_CATALOGUE, type ErrorCode, type ProblemDetails } from '@wheelhouse/contracts';
import { DomainError, type FieldProblem, negotiateLocale } from '@wheelhouse/kernel';
import { describeError } from '@wheelhouse/platform-config/telemetry';
import { errorText, fieldText } from '@wheelhouse/platform-i18n';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fromDatabaseError } from './database-errors.js';

/** Turns everything that is thrown into RFC 9457 problem details in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const request = http.getRequest<FastifyRequest>();
    const status = refuse(error, request, reply, () =>
      this.log.error({ msg: 'unexpected', error: describeError(error) }),
    );
    if (status === 503) this.log.warn({ msg: 'unavailable', error: describeError(error) });
  }
}

/** Answers an error as a problem; the status that it was given. */
export function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply, record = () => undefined as void) {
  const problem = toProblem(error, request, record);
  const wait = retryAfter(problem.status, error);
  if (wait !== null) void reply.header('Retry-After', String(wait));
  void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
  return problem.status;
}

/** Seconds after which it is worth trying again, where the answer says so. */
function retryAfter(status: number, error: unknown): number | null {
  const { seconds, minutes } = error instanceof DomainError ? error.params : {};
  if (status === 503) return 2;
  if (status === 409 && seconds !== undefined) return Number(seconds);
  if (status !== 429) return null;
  return Number(seconds ?? Number(minutes ?? 1) * 60);
}

/** The problem for an error. What nobody expected becomes a 500 that `record` writes down under the request's id. */
export function toProblem(error: unknown, request: FastifyRequest, record: () => void): ProblemDetails {
  const locale = negotiateLocale(request.headers['accept-language']);
  let refusal = asDomainError(error);
  if (!refusal) {
    record();
    refusal = new DomainError('SERVER.ERROR', { id: request.id });
  }
  const code = refusal.code as ErrorCode;
  const entry = ERROR_CATALOGUE[code];
  const detail = errorText(code, refusal.params, locale) ?? code;
  return {
    type: `urn:wheelhouse:problem:${code}`,
    title: detail,
    status: entry?.status ?? 500,
    detail,
    code,
    instance: request.url.split('?')[0] ?? '',
    ...(refusal.fields.length > 0
      ? {
          errors: refusal.fields
            .slice(0, 200)
            .map((f) => ({ field: f.field, code: f.code, message: fieldText(f.code, f.params ?? {}, locale) })),
        }
      : {}),
  };
}

function asDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error.code in ERROR_CATALOGUE ? error : null;
  const fromDatabase = fromDatabaseError(error);
  if (fromDatabase) return fromDatabase;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;
  const code = (error as { code?: string } | null)?.code;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || status === 413)
    return new DomainError('REQUEST.TOO_LARGE', { limit: 2048 });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || status === 415) return new DomainError('REQUEST.UNSUPPORTED_TYPE');
  if (status === 404) return new DomainError('NOT_FOUND');
  if (status === 429) return new DomainError('REQUEST.THROTTLED', { seconds: 60 });
  if (status === 401) return new DomainError('AUTH.REQUIRED');
  if (status === 403) return new DomainError('AUTH.FORBIDDEN');
  if (status !== undefined && status >= 400 && status < 500) return new DomainError('REQUEST.MALFORMED');
  return null;
}

export type { FieldProblem };

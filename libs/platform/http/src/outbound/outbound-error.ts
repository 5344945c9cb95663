/**
 * Why nothing came back: the address may not be asked, the name or host is not there, it took too long, the connection
 * broke or its certificate is not trusted, or the answer is larger than it may be.
 */
export type OutboundFailure =
  'refused_url' | 'refused_address' | 'unreachable' | 'timeout' | 'broken' | 'tls' | 'too_large';

/** A request to another host that got no answer. `message` may be shown: it names nothing but the target. */
export class OutboundError extends Error {
  constructor(
    readonly failure: OutboundFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'OutboundError';
  }
}

const UNREACHABLE = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'];
const TLS = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|SSL|EPROTO/;

/** What went wrong on a socket, in our words. */
export function toOutboundError(error: unknown): OutboundError {
  if (error instanceof OutboundError) return error;
  const code = (error as { code?: string } | null)?.code ?? 'UNKNOWN';
  if (UNREACHABLE.includes(code)) return new OutboundError('unreachable', code, { cause: error });
  if (code === 'ETIMEDOUT' || code === 'ABORT_ERR') return new OutboundError('timeout', code, { cause: error });
  return new OutboundError(TLS.test(code) ? 'tls' : 'broken', code, { cause: error });
}

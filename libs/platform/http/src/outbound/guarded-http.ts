import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@wheelhouse/platform-config';
import { traced } from '@wheelhouse/platform-config/telemetry';
import { guardedLookup, type Resolve } from './guarded-lookup.js';
import { OutboundError, toOutboundError } from './outbound-error.js';
import { isPublicAddress } from './public-address.js';

export interface OutboundRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | URLSearchParams | null;
  /** For the whole exchange: name, connection, request and answer. 15 s when left out. */
  timeoutMs?: number;
  /** Most bytes of the answer's body; 1 MiB when left out. */
  maxBytes?: number;
  /** What happens to a longer answer: the rest is not read (`cut`), or it is an error (`refuse`, when left out). */
  longer?: 'cut' | 'refuse';
  signal?: AbortSignal | null;
}

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 1024 * 1024;

/**
 * The one way from this server to an address that a tenant chose (webhook targets, identity providers).
 *
 * `fetch(url, init)` answers with a standard `Response`, so it fits where a library takes a `fetch`; it
 * - takes https only, without user and password in the address,
 * - connects to public addresses only, checked at the moment of connecting (`isPublicAddress`, `guardedLookup`),
 * - never follows a redirect: the 3xx is the answer,
 * - ends after `timeoutMs` as a whole, and reads no more than `maxBytes`,
 * - keeps no connection, sends no cookie and uses no proxy of the environment.
 * Without an answer it throws `OutboundError`. `WHEELHOUSE_ALLOW_PRIVATE_TARGETS=true` also allows http and private
 * addresses: for an installation inside a company's network, and for tests.
 */
@Injectable()
export class GuardedHttp {
  constructor(private readonly config: AppConfig) {}

  /** Throws `OutboundError('refused_url')` for an address that is never asked, whatever it resolves to. */
  check(address: string | URL): URL {
    return checkedUrl(address, this.config.WHEELHOUSE_ALLOW_PRIVATE_TARGETS);
  }

  /** In a trace it is its method and host: paths of webhooks may be secret, and no trace id leaves for strangers. */
  async fetch(address: string | URL, init: OutboundRequest = {}): Promise<Response> {
    const url = this.check(address);
    const method = init.method ?? 'GET';
    const attributes = { 'http.request.method': method, 'server.address': url.hostname };
    return traced(`${method} elsewhere`, { kind: 'client', attributes }, async (span) => {
      const allowPrivate = this.config.WHEELHOUSE_ALLOW_PRIVATE_TARGETS;
      const answer = await guardedFetch(url, init, { allowPrivate });
      span?.set({ 'http.response.status_code': answer.status });
      return answer;
    });
  }
}

/** See `GuardedHttp`; `resolve` is for tests. */
export async function guardedFetch(
  address: string | URL,
  init: OutboundRequest,
  { allowPrivate = false, resolve }: { allowPrivate?: boolean; resolve?: Resolve } = {},
): Promise<Response> {
  const url = checkedUrl(address, allowPrivate);
  const within = AbortSignal.timeout(init.timeoutMs ?? TIMEOUT_MS);
  const signal = init.signal ? AbortSignal.any([within, init.signal]) : within;
  try {
    const answer = await ask(url, init, signal, allowPrivate ? {} : { lookup: guardedLookup(resolve) });
    const { body, isWhole } = await read(answer, init.maxBytes ?? MAX_BYTES);
    if (!isWhole && init.longer !== 'cut') throw new OutboundError('too_large', 'the answer is too large');
    return toResponse(answer, body);
  } catch (error) {
    if (within.aborted) throw new OutboundError('timeout', 'no whole answer in time', { cause: error });
    throw toOutboundError(error);
  }
}

function checkedUrl(address: string | URL, allowPrivate: boolean): URL {
  const url = URL.canParse(String(address)) ? new URL(String(address)) : null;
  if (!url) throw new OutboundError('refused_url', 'not an address');
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:'))
    throw new OutboundError('refused_url', 'only https');
  if (url.username || url.password) throw new OutboundError('refused_url', 'user and password in the address');
  // A literal is never looked up, so it is judged here; URL has already written 0x7f.1 and 2130706433 as 127.0.0.1.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host))
    throw new OutboundError('refused_address', `${host} is not public`);
  return url;
}

function ask(url: URL, init: OutboundRequest, signal: AbortSignal, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const body = init.body instanceof URLSearchParams ? init.body.toString() : (init.body ?? null);
    const request = send(url, {
      ...options,
      agent: false,
      method: init.method ?? 'GET',
      headers: { ...init.headers, ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }) },
      signal,
    });
    request.once('response', resolve);
    request.on('error', reject);
    request.end(body ?? undefined);
  });
}

async function read(answer: IncomingMessage, limit: number): Promise<{ body: Buffer; isWhole: boolean }> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size > limit) {
      answer.destroy();
      break;
    }
  }
  return { body: Buffer.concat(parts).subarray(0, limit), isWhole: size <= limit };
}

function toResponse(answer: IncomingMessage, body: Buffer): Response {
  const status = answer.statusCode ?? 502;
  const headers = new Headers();
  for (let i = 0; i + 1 < answer.rawHeaders.length; i += 2) {
    headers.append(answer.rawHeaders[i] ?? '', answer.rawHeaders[i + 1] ?? '');
  }
  const isEmpty = status === 204 || status === 205 || status === 304;
  return new Response(isEmpty ? null : new Uint8Array(body), { status, headers });
}

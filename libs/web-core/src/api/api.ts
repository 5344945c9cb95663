import { currentLocale } from '@wheelhouse/ui/reader';
import { proofGate, type SessionGate, sessionGate } from '../session/session-gate.js';
import { ApiProblem, problemOf } from './api-problem.js';

const BASE = '/api/v1';
const TIMEOUT_MS = 20_000;

export type QueryValue = string | number | boolean | null | undefined;

/** A list's query (its contract's interface is one): undefined and null are left out. */
// An interface of the contracts has no index signature, so `object` is the widest honest type here.
export type ApiQuery = object;

export interface ApiOptions {
  signal?: AbortSignal;
  timeoutMs?: number;
  /** False: “sign in first” is an answer like any other, and does not wait for the dialog of an ended session. */
  hold?: boolean;
  /** Beside those of every request: the name of a file that is sent. */
  headers?: Record<string, string>;
}

/** `path` with `query`, without what is undefined, null or ''. Keys in alphabetical order. */
export function withQuery(path: string, query: ApiQuery = {}): string {
  const parts = Object.entries(query as Record<string, QueryValue>)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
  return parts.length ? `${path}?${parts.join('&')}` : path;
}

/** Sends until there is an answer other than “sign in first” and “confirm that it is you”, or nobody does. */
async function send<T>(method: string, path: string, body: unknown, options: ApiOptions): Promise<T> {
  for (;;) {
    const rounds = new Map([sessionGate, proofGate].map((gate) => [gate, gate.round]));
    try {
      return await attempt<T>(method, path, body, options);
    } catch (error) {
      const gate = options.hold === false ? null : gateOf(error);
      if (!gate || !(await gate.hold(method !== 'GET', rounds.get(gate) ?? 0))) throw error;
      options.signal?.throwIfAborted();
    }
  }
}

/** Behind which dialog a refused request waits. */
function gateOf(error: unknown): SessionGate | null {
  if (!(error instanceof ApiProblem)) return null;
  if (error.code === 'AUTH.REQUIRED') return sessionGate;
  return error.code === 'AUTH.PROVE_AGAIN' ? proofGate : null;
}

async function attempt<T>(
  method: string,
  path: string,
  body: unknown,
  { signal, timeoutMs = TIMEOUT_MS, headers: more }: ApiOptions,
): Promise<T> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const headers: Record<string, string> = { ...more, accept: 'application/json', 'accept-language': currentLocale() };
  // The server takes cookie-authenticated changes only with this header, which no foreign site can send.
  if (method !== 'GET') headers['x-wheelhouse'] = '1';
  // A file goes as it is, under its own type; everything else as JSON.
  const file = body instanceof Blob ? body : null;
  if (body !== undefined) headers['content-type'] = file ? file.type || 'application/octet-stream' : 'application/json';
  let response: Response;
  try {
    response = await fetch(BASE + path, {
      method,
      headers,
      body: body === undefined ? undefined : (file ?? JSON.stringify(body)),
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    if (timeout.aborted) throw new ApiProblem(0, 'CLIENT.TIMEOUT', 'timeout');
    throw new ApiProblem(0, 'CLIENT.OFFLINE', 'offline');
  }
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  if (!text) return undefined as T;
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new ApiProblem(response.status, 'CLIENT.UNREADABLE', 'unreadable');
  }
}

/** The API under `/api/v1`, in the reader's language. A `File` or `Blob` as body is sent raw. Every failure is an `ApiProblem`. */
export const api = {
  get: <T>(path: string, query?: ApiQuery, options: ApiOptions = {}) =>
    send<T>('GET', withQuery(path, query), undefined, options),
  post: <T>(path: string, body?: unknown, options: ApiOptions = {}) => send<T>('POST', path, body, options),
  put: <T>(path: string, body?: unknown, options: ApiOptions = {}) => send<T>('PUT', path, body, options),
  patch: <T>(path: string, body?: unknown, options: ApiOptions = {}) => send<T>('PATCH', path, body, options),
  delete: <T>(path: string, options: ApiOptions = {}) => send<T>('DELETE', path, undefined, options),
};

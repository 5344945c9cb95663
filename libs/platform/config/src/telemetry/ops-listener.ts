import { createHash, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { metricsText, startMetrics } from './metrics.js';

export interface OpsListenerOptions {
  port: number;
  host: string;
  /** Asked for by /metrics as a bearer token. */
  token?: string;
  /** Why no work should come here; empty when it should. */
  problems(): Promise<string[]>;
}

/** Listens for operators on a port of their own: /metrics, /health/live, /health/ready. Resolves with its address. */
export async function startOpsListener(options: OpsListenerOptions): Promise<{ address: string; close(): void }> {
  startMetrics();
  const server = http.createServer((request, response) => {
    answer(request, response, options).catch(() => {
      if (!response.headersSent) response.writeHead(503, { 'retry-after': '2' });
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  server.unref();
  const { address, port, family } = server.address() as AddressInfo;
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    close: () => void (server.close(), server.closeAllConnections()),
  };
}

async function answer(
  { method, url, headers }: http.IncomingMessage,
  response: http.ServerResponse,
  { token, problems }: OpsListenerOptions,
): Promise<void> {
  const path = (url ?? '').split('?')[0];
  const say = (status: number, body: object, more: http.OutgoingHttpHeaders = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...more }).end(JSON.stringify(body));
  if (method !== 'GET' && method !== 'HEAD') return void say(405, { status: 'no such method' });
  if (path === '/health/live') return void say(200, { status: 'ok' });
  if (path === '/health/ready') {
    const found = await problems();
    return void (found.length === 0
      ? say(200, { status: 'ok' })
      : say(503, { problems: found }, { 'retry-after': '2' }));
  }
  if (path !== '/metrics') return void say(404, { status: 'not found' });
  if (token && !same(headers.authorization ?? '', `Bearer ${token}`))
    return void say(401, { status: 'a token is asked for' }, { 'www-authenticate': 'Bearer' });
  const { type, text } = await metricsText();
  response.writeHead(200, { 'content-type': type }).end(text);
}

/** Compares in a time that tells nothing of where they differ. */
function same(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

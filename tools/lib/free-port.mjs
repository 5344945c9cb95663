import { randomInt } from 'node:crypto';
import net from 'node:net';

/** Resolves to null when nothing listens on host:port, otherwise to the error code that listening gave. */
export async function whyNotFree(port, host = '127.0.0.1') {
  const code = await new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code ?? 'UNKNOWN'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
  if (code !== null || process.platform === 'linux') return code;
  // Some systems let two programs listen on the same port when one of them took every address.
  const answered = await new Promise((resolve) => {
    const socket = net.connect({ port, host: host === '0.0.0.0' ? '127.0.0.1' : host, timeout: 500 });
    const end = (value) => (socket.destroy(), resolve(value));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
  return answered ? 'EADDRINUSE' : null;
}

/**
 * A port that is free now, from below the ranges that systems take ports for outgoing connections from: nothing else is
 * likely to take it before its server listens.
 */
export async function freePort(host = '127.0.0.1') {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(20_000, 32_000);
    if ((await whyNotFree(port, host)) === null) return port;
  }
  throw new Error(`no free port was found on ${host}`);
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardedFetch } from './guarded-http.js';
import type { Resolve } from './guarded-lookup.js';
import { isPublicAddress } from './public-address.js';

const to =
  (...addresses: string[]): Resolve =>
  (_, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('addresses', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450:4001:813::200e'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  it.each([
    ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1'],
    ...['169.254.169.254', '168.63.129.16', '100.100.100.200', '192.0.0.192', '198.18.0.1', '224.0.0.1', '240.0.0.1'],
    ...['255.255.255.255', '::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', 'fe80::1'],
    ...['fc00::1', 'fd00:ec2::254', 'fec0::1', 'ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', '2001:db8::1'],
    ...['3fff::1', '5f00::1', '100::1', 'localhost', ''],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('the guarded client', () => {
  let server: Server;
  let at: string;
  let asked = 0;
  beforeAll(async () => {
    server = createServer((request, reply) => {
      asked += 1;
      if (request.url === '/hang') return;
      if (request.url === '/drip') return void reply.write('x');
      if (request.url === '/away') return void reply.writeHead(302, { location: '/long' }).end();
      if (request.url === '/long') return void reply.end('x'.repeat(5_000));
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => reply.writeHead(201, { 'x-seen': request.headers['x-mine'] ?? '' }).end(`got ${body}`));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const allowed = { allowPrivate: true };

  it('asks and answers as fetch does', async () => {
    const answer = await guardedFetch(at, { method: 'POST', body: '你好', headers: { 'x-mine': 'yes' } }, allowed);
    expect([answer.status, answer.headers.get('x-seen'), await answer.text()]).toEqual([201, 'yes', 'got 你好']);
  });

  it('does not follow redirects', async () => {
    expect((await guardedFetch(`${at}/away`, {}, allowed)).status).toBe(302);
  });

  it('reads no more than it may', async () => {
    const cut = await guardedFetch(`${at}/long`, { maxBytes: 1_000, longer: 'cut' }, allowed);
    expect((await cut.text()).length).toBe(1_000);
    await expect(guardedFetch(`${at}/long`, { maxBytes: 1_000 }, allowed)).rejects.toMatchObject({
      failure: 'too_large',
    });
  });

  it.each(['/hang', '/drip'])('gives up on %s', async (path) => {
    await expect(guardedFetch(at + path, { timeoutMs: 200 }, allowed)).rejects.toMatchObject({ failure: 'timeout' });
  });

  it('says what could not be reached', async () => {
    await expect(guardedFetch('http://127.0.0.1:1', {}, allowed)).rejects.toMatchObject({ failure: 'unreachable' });
  });

  it.each(['http://example.com', 'file:///etc/passwd', 'https://me:secret@example.com', 'gopher://x', 'nonsense'])(
    'refuses %s',
    async (url) => {
      await expect(guardedFetch(url, {}, {})).rejects.toMatchObject({ failure: 'refused_url' });
    },
  );

  it.each(['127.0.0.1', '0x7f.1', '2130706433', '127.1', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254', '0'])(
    'refuses https://%s',
    async (host) => {
      await expect(guardedFetch(`https://${host}/`, {}, {})).rejects.toMatchObject({ failure: 'refused_address' });
    },
  );

  it('refuses a name that leads inside, also beside a public address, and never connects', async () => {
    asked = 0;
    for (const resolve of [to('127.0.0.1'), to('8.8.8.8', '10.0.0.1'), to('::ffff:169.254.169.254')]) {
      const refused = guardedFetch(`https://target.example:${new URL(at).port}/`, {}, { resolve });
      await expect(refused).rejects.toMatchObject({ failure: 'refused_address' });
    }
    await expect(guardedFetch('https://localhost/', {}, {})).rejects.toMatchObject({ failure: 'refused_address' });
    expect(asked).toBe(0);
  });

  it('resolves a name once: the address that was checked is the one that is connected to', async () => {
    let asks = 0;
    const rebinding: Resolve = (host, done) => to(asks++ === 0 ? '192.0.2.1' : '127.0.0.1')(host, done);
    await expect(guardedFetch('https://rebind.example/', {}, { resolve: rebinding })).rejects.toBeDefined();
    expect(asks).toBe(1);
  });
});

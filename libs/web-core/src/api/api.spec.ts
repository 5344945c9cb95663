import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, withQuery } from './api.js';
import { ApiProblem } from './api-problem.js';

const answer = (status: number, body: unknown, type = 'application/json') =>
  new Response(status === 204 ? null : typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': type },
  });
const real = globalThis.fetch;
function fetching(reply: () => Promise<Response>) {
  const fake = vi.fn((_url: unknown, _init?: unknown) => reply());
  globalThis.fetch = fake as unknown as typeof fetch;
  return fake;
}
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('should have failed');
    },
    (error: unknown) => error as ApiProblem,
  );

afterEach(() => {
  globalThis.fetch = real;
});

describe('api', () => {
  it('leaves out what is not asked', () => {
    expect(withQuery('/outlets', { q: 'a b&c', unit: undefined, kind: '', limit: 5, closed: false })).toBe(
      '/outlets?closed=false&limit=5&q=a%20b%26c',
    );
    expect(withQuery('/outlets')).toBe('/outlets');
  });

  it('sends language, cookie and the header against CSRF', async () => {
    const fake = fetching(async () => answer(201, { id: 'x' }));
    await expect(api.post('/outlets', { code: 'A' })).resolves.toEqual({ id: 'x' });
    const [url, init] = fake.mock.calls[0] as unknown as [string, RequestInit];
    expect(url).toBe('/api/v1/outlets');
    expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin', body: '{"code":"A"}' });
    expect(init.headers).toMatchObject({
      'x-wheelhouse': '1',
      'accept-language': 'en',
      'content-type': 'application/json',
    });
  });

  it('sends no such header with a GET, and takes an empty answer', async () => {
    const fake = fetching(async () => answer(204, ''));
    await expect(api.get('/x')).resolves.toBeUndefined();
    expect((fake.mock.calls[0] as unknown as [string, RequestInit])[1].headers).not.toHaveProperty('x-wheelhouse');
  });

  it('turns a problem into one with its fields', async () => {
    const problem = {
      type: 't',
      title: 'T',
      status: 400,
      detail: 'Some fields',
      code: 'REQUEST.INVALID',
      instance: '/',
      errors: [{ field: 'name.en', code: 'FIELD.REQUIRED', message: 'Is missing.' }],
    };
    fetching(async () => answer(400, problem, 'application/problem+json'));
    const error = await failure(api.post('/x', {}));
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ status: 400, code: 'REQUEST.INVALID', message: 'Some fields' });
    expect(error.field('name.en')).toBe('Is missing.');
    expect(error.field('name.zh')).toBeUndefined();
  });

  it('tells no connection, no answer and a foreign answer apart', async () => {
    fetching(async () => {
      throw new TypeError('Failed to fetch');
    });
    expect(await failure(api.get('/x'))).toMatchObject({ status: 0, code: 'CLIENT.OFFLINE' });
    fetching(async () => answer(502, '<html>Bad gateway</html>', 'text/html'));
    expect(await failure(api.get('/x'))).toMatchObject({ status: 502, code: 'CLIENT.UNREADABLE' });
    globalThis.fetch = ((_url: string, init: RequestInit) =>
      new Promise((_resolve, reject) =>
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
      )) as unknown as typeof fetch;
    expect(await failure(api.get('/x', undefined, { timeoutMs: 10 }))).toMatchObject({
      status: 0,
      code: 'CLIENT.TIMEOUT',
    });
  });
});

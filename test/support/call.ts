import type { Caller } from '@wheelhouse/identity-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import request, { type Response, type Test } from 'supertest';

/** Calls `method address` as `caller`, or anonymously with null. */
export function call(
  app: TestApp,
  caller: Pick<Caller, 'token'> | null,
  method: string,
  address: string,
  body?: object,
): Promise<Response> {
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  let test: Test = request(app.server)[verb](address);
  if (caller) test = test.set('Authorization', `Bearer ${caller.token}`);
  return Promise.resolve(body === undefined ? test : test.send(body));
}

/** The answer's body, or an error that says what was refused. */
export async function ok<T>(response: Promise<Response> | Test): Promise<T> {
  const { status, body, request: sent } = (await response) as Response & { request: { method: string; url: string } };
  if (status >= 300) throw new Error(`${sent.method} ${sent.url} → ${status} ${JSON.stringify(body)}`);
  return body as T;
}

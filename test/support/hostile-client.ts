import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_CATALOGUE } from '@wheelhouse/contracts';
import type { Caller } from '@wheelhouse/identity-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import type { Response } from 'supertest';
import { describeApi } from '../../apps/api/src/open-api.js';
import { anOperator, aWorld, type World } from './a-world.js';
import type { RouteCase } from './route-case.js';
import { caseOf } from './route-cases.js';
import { addressOf, type Route, routesOf } from './routes.js';
import { startWholeApp } from './whole-app.js';

export interface Try {
  what: string;
  send: () => PromiseLike<Response>;
  /** Whether it must not be accepted; default true. */
  refuse?: boolean;
  /** Whether a 400 must name a field. */
  field?: boolean;
}

/** The whole product with a world in it, to be fed with bad input. */
export class HostileClient {
  private constructor(
    readonly app: TestApp,
    readonly world: World,
    private readonly operator: Pick<Caller, 'token'>,
    readonly document: OpenAPIObject,
  ) {}

  static async start(): Promise<HostileClient> {
    const app = await startWholeApp();
    const world = await aWorld(app);
    return new HostileClient(app, world, await anOperator(app), describeApi(app.nest));
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Routes that take a body. */
  get writes(): Route[] {
    return routesOf(this.app).filter(
      (route) => route.method !== 'GET' && route.method !== 'DELETE' && caseOf(route).body !== undefined,
    );
  }

  /** Who gets through the guard of a route. */
  callerFor({ key, access }: Route): Pick<Caller, 'token'> {
    if (access?.kind === 'operator') return this.operator;
    const { manager, admin } = this.world.people;
    return key === 'POST /api/v1/audits' || key.includes('/audits/{id}') ? manager : admin;
  }

  address(route: Route): string {
    const { params, fresh }: RouteCase = caseOf(route);
    return addressOf(route.path, fresh?.() ?? params?.(this.world));
  }

  /** Sends every try to every route; what was answered wrongly, a line each. */
  async wrongAnswers(routes: Route[], tries: (route: Route) => Try[]): Promise<string[]> {
    const wrong: string[] = [];
    for (const route of routes) {
      for (const { what, send, refuse = true, field = false } of tries(route)) {
        const answer = await send();
        const found = flaws(answer, refuse);
        if (field && answer.status === 400 && !answer.body.errors?.length)
          found.push(`names no field: ${JSON.stringify(answer.body)}`);
        if (found.length > 0) wrong.push(`${route.key} ${what}: ${found.join('; ').slice(0, 300)}`);
      }
    }
    return wrong;
  }
}

/** What is wrong with an answer to bad input; empty when it is as it must be. */
export function flaws(answer: Response, mustBeRefused: boolean): string[] {
  const { status, body, headers } = answer;
  if (status >= 500) return [`${status} ${JSON.stringify(body)}`];
  if (status < 400) return mustBeRefused ? [`${status}: accepted`] : [];
  const found: string[] = [];
  if (!headers['content-type']?.startsWith('application/problem+json'))
    found.push(`content-type ${headers['content-type']}`);
  if (!(body.code in ERROR_CATALOGUE)) found.push(`code ${body.code}`);
  if (body.status !== status || !body.title || !body.detail || !body.type || !body.instance)
    found.push(`incomplete ${JSON.stringify(body)}`);
  return found;
}

import type { JsonSchema } from '@wheelhouse/platform-http';
import type { TestApp } from '@wheelhouse/testing';
import { describeApi } from '../../apps/api/src/open-api.js';
import { ROUTE_CASES } from '../support/route-cases.js';
import type { Operation } from './requests.js';

interface Described {
  parameters?: Operation['parameters'];
  requestBody?: { content?: Record<string, { schema?: JsonSchema }> };
}

/** Every operation of the OpenAPI document. */
export function operationsOf(app: TestApp): Operation[] {
  return Object.entries(describeApi(app.nest).paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Described>).map(([verb, { parameters = [], requestBody }]) => {
      const key = `${verb.toUpperCase()} ${path}`;
      const content = requestBody?.content ?? {};
      return {
        ...{ key, verb: verb.toUpperCase(), path, parameters },
        body: content['application/json']?.schema ?? null,
        mediaTypes: Object.keys(content).filter((type) => type !== 'application/json'),
        example: ROUTE_CASES[key] ?? {},
      };
    }),
  );
}

export const schemasOf = (app: TestApp): Record<string, JsonSchema> =>
  (describeApi(app.nest).components?.schemas ?? {}) as Record<string, JsonSchema>;

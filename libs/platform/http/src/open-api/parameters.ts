import type { JsonSchema } from './api-shapes.js';
import type { Endpoint } from './endpoints.js';
import { exampleOf } from './examples.js';
import type { InputSchemas } from './input-schemas.js';

/** Headers that many endpoints take. */
export const SHARED_PARAMETERS = {
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'Language of messages: `en` or `zh-CN`',
    schema: { type: 'string', examples: ['zh-CN'] },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'A text of your own for this one piece of work, 16–255 visible ASCII characters (a UUID does well). The same request with the same key within 24 hours gets the first answer again and does nothing twice; another request with it is refused (422); while the first one runs, 409 with Retry-After.',
    schema: { type: 'string', minLength: 16, maxLength: 255, examples: ['0193a5c2-7b1e-7a53-9c40-5f1d2e3a4b5c'] },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The `ETag` that you saw last: refused (412) when somebody else changed it since',
    schema: { type: 'string', examples: ['"7f3a9c"'] },
  },
};

const shared = (name: keyof typeof SHARED_PARAMETERS) => ({ $ref: `#/components/parameters/${name}` });

/** What an endpoint takes beside its body. */
export function parametersOf({ params, query, takesKey, takesCondition }: Endpoint, inputs: InputSchemas): object[] {
  const path = params.map(({ name, isId }) => ({
    name,
    in: 'path',
    required: true,
    schema: isId ? { type: 'string', format: 'uuid' } : { type: 'string' },
    example: exampleOf({ type: 'string', ...(isId ? { format: 'uuid' } : {}) }, {}, { name }),
  }));
  const { properties = {}, required = [] } = query ? inputs.of(query) : {};
  return [
    ...path,
    ...Object.entries(properties).map(([name, schema]) => queryParameter(name, schema, required.includes(name))),
    shared('AcceptLanguage'),
    ...(takesKey ? [shared('IdempotencyKey')] : []),
    ...(takesCondition ? [shared('IfMatch')] : []),
  ];
}

function queryParameter(name: string, { description, ...schema }: JsonSchema, required: boolean) {
  const isList = schema.type === 'array';
  return {
    name,
    in: 'query',
    required,
    ...(description ? { description } : {}),
    ...(isList ? { style: 'form', explode: false } : {}),
    schema,
  };
}

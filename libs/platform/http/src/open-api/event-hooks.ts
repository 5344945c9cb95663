import type { ApiShapes, JsonSchema } from './api-shapes.js';
import { exampleOf } from './examples.js';

const header = (name: string, description: string) => ({
  ...{ name, in: 'header', required: true, description },
  schema: { type: 'string' },
});

/** What each delivery carries besides its body, as Standard Webhooks name it. */
const HEADERS = [
  header('webhook-id', 'Names the event: the same when it comes again'),
  header('webhook-timestamp', 'When it was sent, in seconds since 1970'),
  header('webhook-signature', '`v1,` and the HMAC-SHA256 of id, timestamp and body; several, with spaces between'),
];

/** The requests that the product itself sends to who listens, by the type of the event (OpenAPI 3.1 `webhooks`). */
export function eventHooks({ events, schemas }: ApiShapes): Record<string, object> {
  return Object.fromEntries(
    Object.entries(events).map(([type, data]) => {
      const schema: JsonSchema = {
        allOf: [{ $ref: '#/components/schemas/WebhookBody' }, { properties: { type: { const: type }, data } }],
      };
      const example = {
        ...(exampleOf({ $ref: '#/components/schemas/WebhookBody' }, schemas) as object),
        ...{ type, data: exampleOf(data, schemas) },
      };
      const operation = {
        operationId: `Event.${type}`,
        summary: `Tells of \`${type}\``,
        tags: ['webhooks'],
        security: [],
        parameters: HEADERS,
        requestBody: { required: true, content: { 'application/json': { schema, example } } },
        responses: { '2XX': { description: 'Taken. Everything else is tried again; 410 switches the address off.' } },
      };
      return [type, { post: operation }];
    }),
  );
}

import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ERROR_CATALOGUE, FIELD_TEXTS } from '@wheelhouse/contracts';
import { alsoNeededBy } from '../route-access.js';
import type { ApiShapes, JsonSchema } from './api-shapes.js';
import { type Class, type Endpoint, Endpoints, type Verb } from './endpoints.js';
import { eventHooks } from './event-hooks.js';
import { exampleOf } from './examples.js';
import { InputSchemas } from './input-schemas.js';
import { parametersOf, SHARED_PARAMETERS } from './parameters.js';
import { TAGS } from './tags.js';
import { PROBLEM_SCHEMA, problemResponses, refusalsOf } from './refusals.js';

const VERBS: Verb[] = ['get', 'post', 'put', 'patch', 'delete'];
/** A longer name is another wording of the same code. */
const FIELD_CODES = Object.fromEntries(Object.entries(FIELD_TEXTS).filter(([code]) => /^\w+\.\w+$/.test(code)));
type Schemas = Record<string, JsonSchema>;
interface Described {
  [key: string]: unknown;
  operationId?: string;
  parameters?: { in: string; name: string }[];
  requestBody?: { content: Record<string, object> };
  responses: Record<string, unknown>;
}

/**
 * The OpenAPI 3.1 document. Paths, summaries and tags are the controllers’; what is sent is described by the validation
 * itself; what is answered by the declared return types; refusals by the codes that an endpoint reaches.
 */
export function describeApi(app: INestApplication, shapes: ApiShapes): OpenAPIObject {
  const info = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Wheelhouse')
    .setDescription(
      'Service quality of a franchise network: standards, audits, cycles, rankings. Errors are RFC 9457 problem details with stable codes in the language of `Accept-Language`. Lists are keyset-paged: `nextCursor` of one answer is the `cursor` of the next request.',
    )
    .setVersion('1')
    .addServer('/')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'opaque',
      description: 'A personal token, one of a service account, or the accessToken of POST /api/v1/auth/login',
    })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, info, {
    operationIdFactory: (controller, method) => `${controller}.${method}`,
  });
  const schemas: Schemas = { Problem: PROBLEM_SCHEMA };
  const endpoints = new Endpoints(app, shapes);
  const inputs = new InputSchemas(shapes, schemas);
  const problems: Record<string, object> = {};
  for (const [path, item] of Object.entries(document.paths)) {
    for (const verb of VERBS) {
      const operation = item[verb] as Described | undefined;
      if (!operation) continue;
      const endpoint = endpoints.of(operation.operationId ?? '', verb, path);
      Object.assign(operation, described(operation, endpoint, inputs, shapes, problems));
    }
  }
  addReferenced(document, schemas, shapes);
  const used = new Set(
    Object.values(document.paths).flatMap((item) => VERBS.flatMap((verb) => item[verb]?.tags ?? [])),
  );
  return Object.assign(document, {
    webhooks: eventHooks(shapes),
    tags: [...used].sort().map((name) => ({ name, description: TAGS[name] ?? '' })),
    components: { ...document.components, schemas, responses: problems, parameters: SHARED_PARAMETERS },
    'x-error-codes': ERROR_CATALOGUE,
    'x-field-codes': FIELD_CODES,
  });
}

function described(
  operation: Described,
  endpoint: Endpoint,
  inputs: InputSchemas,
  shapes: ApiShapes,
  problems: Record<string, object>,
) {
  const { shape, access, name } = endpoint;
  const codes = refusalsOf(endpoint);
  const also = alsoNeededBy(endpoint.handler);
  // A header that the handler reads and a decorator describes stands here twice: the described one says more.
  const headers = (operation.parameters ?? []).filter((one) => one.in === 'header');
  const kept = [...new Map(headers.map((one) => [one.name.toLowerCase(), one])).values()];
  return {
    operationId: name.replace('Controller', ''),
    description: [shape.description, needsOf(endpoint)].filter(Boolean).join('\n\n'),
    ...(access?.kind === 'public' ? { security: [] } : {}),
    'x-permissions': permissionsOf(endpoint),
    ...(also ? { 'x-permissions-also': [also] } : {}),
    'x-takes-tokens': endpoint.takesTokens,
    'x-error-codes': codes,
    parameters: [...parametersOf(endpoint, inputs), ...kept],
    requestBody: requestBody(endpoint, inputs, shapes),
    responses: { ...success(operation, endpoint, shapes), ...problemResponses(codes, problems) },
  };
}

/** What `x-permissions` and `x-takes-tokens` say, for people. */
function needsOf(endpoint: Endpoint): string {
  const permissions = permissionsOf(endpoint).map((permission) => `\`${permission}\``);
  const besides = alsoNeededBy(endpoint.handler);
  const also = besides ? ` and \`${besides}\`` : '';
  const tokens = endpoint.takesTokens ? 'Tokens may call it.' : 'Only for who is signed in; tokens are refused.';
  switch (endpoint.access?.kind) {
    case 'public':
      return 'Open to everybody.';
    case 'operator':
      return 'Only for the operator.';
    default:
      return `${permissions.length > 0 ? `Needs ${permissions.join(' or ')}${also}. ` : ''}${tokens}`;
  }
}

function permissionsOf({ access }: Endpoint): string[] {
  if (access?.kind === 'permission') return [access.permission];
  return access?.kind === 'any_permission' ? access.permissions : [];
}

function requestBody({ body, rawTypes }: Endpoint, inputs: InputSchemas, shapes: ApiShapes) {
  if (rawTypes) {
    const file = { schema: { type: 'string', format: 'binary' } };
    return { required: true, content: Object.fromEntries(rawTypes.map((type) => [type, file])) };
  }
  if (!body) return undefined;
  const schema = inputs.refTo(body as Class);
  const all = { ...shapes.schemas, ...inputs.schemas };
  return {
    required: (inputs.schemas[schema.$ref?.split('/').at(-1) ?? '']?.required?.length ?? 0) > 0,
    content: { 'application/json': { schema, example: exampleOf(schema, all, { brief: true }) } },
  };
}

/** The one answer that is no refusal. */
function success(operation: Described, { name, shape, mediaType, isVersioned }: Endpoint, shapes: ApiShapes) {
  const status = Object.keys(operation.responses).find((each) => /^[23]/.test(each)) ?? '200';
  const headers = isVersioned
    ? { headers: { ETag: { description: 'State of what was answered, for If-Match', schema: { type: 'string' } } } }
    : {};
  if (status === '303') {
    const Location = { description: 'A page of this product', schema: { type: 'string' } };
    return { [status]: { description: 'Goes on there', headers: { Location } } };
  }
  if (shape.answer === null) return { [status]: { description: 'Done; no content', ...headers } };
  if (shape.answer === 'file') {
    if (!mediaType)
      throw new Error(`${name} answers no JSON: say with @Header('Content-Type', …) or @ApiProduces(…) what`);
    const type = mediaType.split(';')[0] ?? mediaType;
    const schema = type === 'application/json' ? { type: 'object' } : { type: 'string' };
    return { [status]: { description: 'A file', ...headers, content: { [type]: { schema } } } };
  }
  const example = exampleOf(shape.answer, shapes.schemas);
  const content = { 'application/json': { schema: shape.answer, example } };
  return { [status]: { description: 'As it is now', ...headers, content } };
}

/** Copies every schema that is referred to, and what those refer to. */
function addReferenced(document: OpenAPIObject, schemas: Schemas, { schemas: known }: ApiShapes): void {
  const waiting: unknown[] = [document.paths, schemas];
  while (waiting.length > 0) {
    for (const [, name = ''] of JSON.stringify(waiting.pop()).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      const found = known[name];
      if (schemas[name] || !found) continue;
      schemas[name] = found;
      waiting.push(found);
    }
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { DomainError } from '@wheelhouse/kernel';

/** A JSON Schema (2020-12) as this house writes it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  description?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  default?: unknown;
  examples?: unknown[];
}

/** What the sources say of one endpoint. */
export interface OperationShape {
  /** The doc comment. */
  description: string;
  /** Of the declared return type: null without content, `file` for what is no JSON. */
  answer: JsonSchema | null | 'file';
  /** Codes of the catalogue that are written in what the endpoint reaches. */
  refusals: string[];
}

/** What `tools/api-shapes.mjs` reads out of the sources; operations are named `OutletsController.list`. */
export interface ApiShapes {
  operations: Record<string, OperationShape>;
  schemas: Record<string, JsonSchema>;
  /** What is told to the outside: the `data` of each event. */
  events: Record<string, JsonSchema>;
}

/** Reads the shapes from the first of these files that is there. @throws SERVER.UNAVAILABLE where there is none */
export function readApiShapes(...files: (string | undefined)[]): ApiShapes {
  const file = files.find((each) => each && existsSync(each));
  if (!file) throw new DomainError('SERVER.UNAVAILABLE');
  return JSON.parse(readFileSync(file, 'utf8')) as ApiShapes;
}

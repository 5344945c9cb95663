import { createRequire } from 'node:module';
import { getMetadataStorage } from 'class-validator';
import { keysAsSent } from '../as-sent.js';
import type { ApiShapes, JsonSchema } from './api-shapes.js';
import { restrict } from './restrict.js';

type Class = { name: string; prototype: object };
interface TypeOfProperty {
  typeFunction(): Class;
}
const { defaultMetadataStorage } = createRequire(import.meta.url)('class-transformer/cjs/storage') as {
  defaultMetadataStorage: { findTypeMetadata(target: unknown, property: string): TypeOfProperty | undefined };
};

/**
 * Schemas of what requests bring. Fields, whether they may be absent and their bounds are those that the validation pipe
 * itself goes by; types and words are those of the DTO class and of the contract that it implements.
 */
export class InputSchemas {
  constructor(
    private readonly shapes: ApiShapes,
    /** Where the schemas are put, by name. */
    readonly schemas: Record<string, JsonSchema>,
  ) {}

  /** The reference to a DTO's schema. */
  refTo(dto: Class): JsonSchema {
    const name = dto.name.replace(/Dto$/, 'Body');
    if (!this.schemas[name]) {
      this.schemas[name] = {};
      this.schemas[name] = this.of(dto);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  of(dto: Class): JsonSchema {
    const rules = getMetadataStorage().getTargetValidationMetadatas(dto as never, '', true, false);
    const asSent = keysAsSent(dto.prototype);
    const properties: Record<string, JsonSchema> = {};
    const required: string[] = [];
    for (const name of new Set([...rules.map(({ propertyName }) => propertyName), ...asSent])) {
      const own = rules.filter(({ propertyName }) => propertyName === name);
      const { description, example, ...known } = wordsOf(dto, name);
      const declared = structuredClone(this.shapes.schemas[dto.name]?.properties?.[name] ?? {});
      const typed = this.nested(dto, name, declared);
      const schema = own.reduce<JsonSchema>(restrict, typed);
      properties[name] = {
        ...schema,
        ...(description ? { description } : {}),
        ...(example !== undefined ? { examples: [example] } : {}),
        ...(known.default !== undefined ? { default: known.default } : {}),
      };
      if (!own.some(({ type }) => type === 'conditionalValidation')) required.push(name);
    }
    return {
      type: 'object',
      properties,
      ...(required.length > 0 ? { required } : {}),
      additionalProperties: false,
    };
  }

  /** A field that holds another DTO, or a list of them, refers to that one's schema. */
  private nested(dto: Class, name: string, declared: JsonSchema): JsonSchema {
    const inner = defaultMetadataStorage.findTypeMetadata(dto, name)?.typeFunction();
    if (!inner || [Number, String, Boolean, Date].includes(inner as never)) return declared;
    const ref = this.refTo(inner);
    const replaced = (schema: JsonSchema): JsonSchema => {
      if (schema.$ref || Object.keys(schema).length === 0) return { ...schema, ...ref };
      if (schema.items) return { ...schema, items: replaced(schema.items) };
      if (schema.anyOf) return { ...schema, anyOf: schema.anyOf.map((each) => (each.$ref ? ref : each)) };
      return schema;
    };
    return replaced(declared);
  }
}

interface Words {
  description?: string;
  example?: unknown;
  default?: unknown;
}

/** What `@ApiProperty` says of a field. */
const wordsOf = (dto: Class, name: string): Words =>
  (Reflect.getMetadata('swagger/apiModelProperties', dto.prototype, name) as Words | undefined) ?? {};

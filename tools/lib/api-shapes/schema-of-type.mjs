import ts from 'typescript';

const has = (type, flags) => (type.flags & flags) !== 0;
const { TypeFlags } = ts;

/**
 * Writes TypeScript types as JSON Schema 2020-12. Interfaces, classes and named object types become `schemas` of their
 * own; a doc comment becomes the description. Objects are closed: a field that is not declared is not allowed.
 */
export class Schemas {
  /** Name → schema. @type {Record<string, object>} */
  schemas = {};
  #owners = new Map();

  constructor(checker, isOurs) {
    this.checker = checker;
    this.isOurs = isOurs;
  }

  /** The schema of a type; a `$ref` where it has a name. */
  of(type) {
    if (has(type, TypeFlags.Any | TypeFlags.Unknown)) return {};
    if (has(type, TypeFlags.Null)) return { type: 'null' };
    if (type.isStringLiteral() || type.isNumberLiteral()) return literalSchema([type.value]);
    if (has(type, TypeFlags.BooleanLiteral)) return { const: type.intrinsicName === 'true' };
    if (has(type, TypeFlags.StringLike)) return { type: 'string' };
    if (has(type, TypeFlags.NumberLike)) return { type: 'number' };
    if (has(type, TypeFlags.BooleanLike)) return { type: 'boolean' };
    if (type.isUnion()) return this.#union(type);
    return this.#named(type) ?? this.#structure(type);
  }

  #union(type) {
    const members = type.types.filter((member) => !has(member, TypeFlags.Undefined | TypeFlags.Void));
    const isNullable = members.some((member) => has(member, TypeFlags.Null));
    const isBoolean = members.filter((member) => has(member, TypeFlags.BooleanLiteral)).length === 2;
    const literals = members.filter((member) => member.isStringLiteral() || member.isNumberLiteral());
    const rest = members.filter(
      (member) =>
        !literals.includes(member) && !has(member, TypeFlags.Null | (isBoolean ? TypeFlags.BooleanLiteral : 0)),
    );
    const schemas = rest.map((member) => this.of(member));
    if (isBoolean) schemas.push({ type: 'boolean' });
    if (literals.length > 0) schemas.push(literalSchema(literals.map((member) => member.value)));
    if (schemas.length === 1) return isNullable ? orNull(schemas[0]) : schemas[0];
    return { anyOf: isNullable ? [...schemas, { type: 'null' }] : schemas };
  }

  #named(type) {
    const name = this.#nameOf(type);
    if (!name) return undefined;
    const owner = this.#owners.get(name.name);
    if (!owner) {
      this.#owners.set(name.name, name.symbol);
      // Before its fields are looked at: a type may hold itself.
      this.schemas[name.name] = {};
      this.schemas[name.name] = describe(this.#structure(type), docOf(name.symbol, this.checker));
    } else if (owner !== name.symbol) {
      throw new Error(`Two types of the API are named ${name.name}: give one of them another name.`);
    }
    return { $ref: `#/components/schemas/${name.name}` };
  }

  #nameOf(type) {
    for (const symbol of [type.aliasSymbol, type.symbol]) {
      const declaration = symbol?.declarations?.[0];
      if (!declaration || !this.isOurs(declaration.getSourceFile())) continue;
      const isObject =
        ts.isInterfaceDeclaration(declaration) ||
        ts.isClassDeclaration(declaration) ||
        (ts.isTypeAliasDeclaration(declaration) && ts.isTypeLiteralNode(declaration.type));
      if (!isObject) continue;
      const args = (symbol === type.aliasSymbol ? type.aliasTypeArguments : this.checker.getTypeArguments(type)) ?? [];
      const inner = args.filter((arg) => arg !== type && !arg.isThisType).map((arg) => this.#nameOf(arg)?.name);
      if (inner.some((one) => one === undefined)) continue;
      return { name: `${inner.join('')}${symbol.name}`, symbol: inner.length > 0 ? args[0].symbol : symbol };
    }
    return undefined;
  }

  #structure(type) {
    if (this.checker.isTupleType(type)) {
      const items = this.checker.getTypeArguments(type).map((item) => this.of(item));
      return { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length };
    }
    if (this.checker.isArrayType(type))
      return { type: 'array', items: this.of(this.checker.getTypeArguments(type)[0]) };
    const properties = {};
    const required = [];
    for (const property of this.checker.getPropertiesOfType(type)) {
      if (property.flags & (ts.SymbolFlags.Method | ts.SymbolFlags.Prototype)) continue;
      const schema = formatted(this.of(this.checker.getTypeOfSymbol(property)), property.name);
      properties[property.name] = describe(schema, docOf(property, this.checker) || this.#docOfPromise(type, property));
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
    }
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      additionalProperties: index ? this.of(index) : false,
    };
  }

  /** What the interface that a class implements says of one of its fields. */
  #docOfPromise(type, property) {
    const declaration = type.symbol?.declarations?.[0];
    if (!declaration || !ts.isClassDeclaration(declaration)) return '';
    for (const clause of declaration.heritageClauses ?? []) {
      for (const base of clause.types) {
        const found = this.checker.getTypeAtLocation(base).getProperty(property.name);
        const text = found && docOf(found, this.checker);
        if (text) return text;
      }
    }
    return '';
  }
}

const docOf = (symbol, checker) =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();

/** Moments are named `…At`, days `…On`, `…Date`, `…From` and `…To`, in every answer. */
const FORMATS = [
  [/[a-z]At$/, 'date-time'],
  [/[a-z](On|Date|From|To)$/, 'date'],
];

/** A text whose name says that it is a moment or a day. */
function formatted(schema, name) {
  const isText = [schema.type].flat().every((type) => type === 'string' || type === 'null') && !schema.enum;
  const format = isText && !schema.$ref && FORMATS.find(([pattern]) => pattern.test(name))?.[1];
  return format && !('const' in schema) && !schema.anyOf ? { ...schema, format } : schema;
}

const describe = (schema, description) => (description ? { ...schema, description } : schema);

/** The one type that all values have, beside the values: generators of clients look at it. */
const typeOf = (values) => {
  const types = [...new Set(values.map((value) => typeof value))];
  return types.length === 1 ? { type: types[0] } : {};
};

const literalSchema = (values) =>
  values.length === 1 ? { ...typeOf(values), const: values[0] } : { ...typeOf(values), enum: values };

function orNull(schema) {
  if (schema.enum) return { ...(schema.type ? { type: [schema.type, 'null'] } : {}), enum: [...schema.enum, null] };
  if ('const' in schema) return { anyOf: [schema, { type: 'null' }] };
  if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
}

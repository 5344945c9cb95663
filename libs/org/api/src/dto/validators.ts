import type { JsonSchema } from '@wheelhouse/platform-http';
import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';

function check(name: string, validate: (value: unknown) => boolean, schema: JsonSchema) {
  return () => (target: object, propertyName: string | symbol) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      constraints: [{ schema }],
      validator: { validate },
    });
}

/** A code that people write: 1–40 letters or digits of any script, with `.`, `_`, `-` and `/` after the first. */
export const IsCode = check(
  'isCode (1–40: A–Z, 0–9, . _ - /)',
  (value) => typeof value === 'string' && value.length <= 40 && /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(value),
  { type: 'string', minLength: 1, maxLength: 40, examples: ['SH-001'] },
);

/** The name of a kind of outlet: `4s`, `tea_shop`. */
export const IsKindName = check(
  'isKind (1–40: a–z, 0–9, _)',
  (value) => typeof value === 'string' && /^[a-z0-9][a-z0-9_]{0,39}$/.test(value),
  { type: 'string', pattern: '^[a-z0-9][a-z0-9_]{0,39}$', examples: ['4s'] },
);

/** A colour `#rrggbb` in lower case. */
export const IsColour = check(
  'isColour (#rrggbb)',
  (value) => typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value),
  { type: 'string', pattern: '^#[0-9a-fA-F]{6}$', examples: ['#0f766e'] },
);

/** Up to 50 named texts (≤ 500 characters), numbers or yes/no. */
export const IsAttributes = check('isAttributes (≤ 50 names with text, number or true/false)', areAttributes, {
  type: 'object',
  examples: [{ bays: 12 }],
});

function areAttributes(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= 50 && entries.every(([name, entry]) => name.length >= 1 && name.length <= 60 && isPlain(entry))
  );
}

const isPlain = (value: unknown) =>
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && value.length <= 500);

/** Reads `true` and `false` of a query string; anything else stays as it is and is refused. */
export const QueryFlag = () =>
  Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)));

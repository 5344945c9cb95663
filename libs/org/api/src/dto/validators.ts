import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';

function check(name: string, validate: (value: unknown) => boolean) {
  return () => (target: object, propertyName: string | symbol) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      validator: { validate },
    });
}

/** A code that people write: 1–40 letters or digits of any script, with `.`, `_`, `-` and `/` after the first. */
export const IsCode = check(
  'isCode (1–40: A–Z, 0–9, . _ - /)',
  (value) => typeof value === 'string' && value.length <= 40 && /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(value),
);

/** The name of a kind of outlet: `4s`, `tea_shop`. */
export const IsKindName = check(
  'isKind (1–40: a–z, 0–9, _)',
  (value) => typeof value === 'string' && /^[a-z0-9][a-z0-9_]{0,39}$/.test(value),
);

/** A colour `#rrggbb` in lower case. */
export const IsColour = check(
  'isColour (#rrggbb)',
  (value) => typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value),
);

/** Up to 50 named texts (≤ 500 characters), numbers or yes/no. */
export const IsAttributes = check('isAttributes (≤ 50 names with text, number or true/false)', (value) => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= 50 && entries.every(([name, entry]) => name.length >= 1 && name.length <= 60 && isPlain(entry))
  );
});

const isPlain = (value: unknown) =>
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && value.length <= 500);

/** Reads `true` and `false` of a query string; anything else stays as it is and is refused. */
export const QueryFlag = () =>
  Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)));

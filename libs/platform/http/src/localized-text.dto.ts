import { applyDecorators } from '@nestjs/common';
import type { LocalizedText } from '@wheelhouse/kernel';
import { isLocalDate, isTimeZone, isUuidV7 } from '@wheelhouse/kernel';
import { Type } from 'class-transformer';
import {
  IsNotEmpty,
  IsObject,
  IsString,
  MaxLength,
  registerDecorator,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import type { JsonSchema } from './open-api/api-shapes.js';

/** A name in both languages, each 1–200 characters. */
export class LocalizedTextDto implements LocalizedText {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  en: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  zh: string;
}

/** A nested text in both languages; class-validator alone would also take a list of them. */
export const IsLocalizedText = () =>
  applyDecorators(
    IsObject(),
    ValidateNested(),
    Type(() => LocalizedTextDto),
  );

function custom(name: string, validate: (value: unknown) => boolean, schema: JsonSchema) {
  return (options?: ValidationOptions) => (target: object, propertyName: string | symbol) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      options,
      constraints: [{ schema }],
      validator: { validate },
    });
}

/** An existing day written `YYYY-MM-DD`. */
export const IsLocalDate = custom('isDate (YYYY-MM-DD)', isLocalDate, {
  type: 'string',
  format: 'date',
});

const MOMENT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):\d\d)$/;

const isMoment = (value: unknown): boolean => {
  const day = typeof value === 'string' ? MOMENT.exec(value)?.[1] : undefined;
  return day !== undefined && isLocalDate(day) && !Number.isNaN(Date.parse(value as string));
};

/** A moment in ISO 8601 with its offset: `2026-11-23T01:00:00Z`. */
export const IsMoment = custom('isMoment (2026-11-23T01:00:00Z)', isMoment, { type: 'string', format: 'date-time' });

/** A zone of the IANA data base. */
export const IsTimeZone = custom('isTimeZone (IANA)', isTimeZone, {
  type: 'string',
  examples: ['Asia/Shanghai'],
});

/** A UUIDv7, as clients make for what they create. */
export const IsUuidV7 = custom('isUUIDv7', isUuidV7, { type: 'string', format: 'uuid' });

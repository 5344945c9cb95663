import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ASSIGN_MOST } from '@wheelhouse/contracts';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';

/** A UUID in a body or query, in the one spelling in which ids are compared. */
export const IsId = () =>
  applyDecorators(
    IsUUID(),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value)),
  );

/** 1–500 such ids. */
export const IsIds = () =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(ASSIGN_MOST),
    IsUUID(undefined, { each: true }),
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id)) : value,
    ),
  );

/** `true` or `false` in a query string. */
export const QueryFlag = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

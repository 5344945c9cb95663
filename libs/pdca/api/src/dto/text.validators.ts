import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength, ValidateIf } from 'class-validator';

const trimmed = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A field that may be left out, but not be null. */
export const MayBeAbsent = () => ValidateIf((_, value) => value !== undefined);

/** Prose without surrounding blanks. */
export const IsProse = (max: number) => applyDecorators(trimmed(), IsString(), MaxLength(max));

/** Prose that must say something. */
export const IsReason = (max: number) => applyDecorators(trimmed(), IsString(), IsNotEmpty(), MaxLength(max));

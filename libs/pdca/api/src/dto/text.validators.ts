import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

const trimmed = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** Prose without surrounding blanks. */
export const IsProse = (max: number) => applyDecorators(trimmed(), IsString(), MaxLength(max));

/** Prose that must say something. */
export const IsReason = (max: number) => applyDecorators(trimmed(), IsString(), IsNotEmpty(), MaxLength(max));

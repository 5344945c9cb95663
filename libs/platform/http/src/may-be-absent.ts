import { ValidateIf } from 'class-validator';

/** The field may be left out; unlike with `IsOptional`, null is still looked at (and refused by the other checks). */
export const MayBeAbsent = () => ValidateIf((_, value) => value !== undefined);

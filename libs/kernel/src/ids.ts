import { v7, validate, version } from 'uuid';

/** Grows with each id of a given moment, so that things of one moment keep their order. */
let sequence = 0;

/**
 * A new UUIDv7: time-ordered, made by whoever creates the thing (the phone makes an audit's id). With `at`, it is an id of
 * that moment; ids that one process makes for the same moment are in the order in which they were made.
 */
export function newId(at?: Date): string {
  if (!at) return v7();
  sequence = (sequence + 1) % 2 ** 31;
  return v7({ msecs: at.getTime(), seq: sequence });
}

/** True for any RFC 9562 UUID. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && validate(value);
}

/** True for a UUIDv7, the only kind that a client may choose. */
export function isUuidV7(value: unknown): value is string {
  return isUuid(value) && version(value) === 7;
}

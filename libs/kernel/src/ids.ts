import { v7, validate, version } from 'uuid';

/** A new UUIDv7: time-ordered, made by whoever creates the thing (the phone makes an audit's id). */
export function newId(at?: Date): string {
  return v7(at ? { msecs: at.getTime() } : undefined);
}

/** True for any RFC 9562 UUID. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && validate(value);
}

/** True for a UUIDv7, the only kind that a client may choose. */
export function isUuidV7(value: unknown): value is string {
  return isUuid(value) && version(value) === 7;
}

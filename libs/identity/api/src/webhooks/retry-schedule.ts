const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits before each further attempt: eight attempts over about 28 hours. */
export const RETRY_AFTER_MS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];

/** An endpoint where everything has failed for so long is switched off. */
export const DISABLE_AFTER_MS = 5 * 24 * HOUR;

/** For how long both secrets sign after a rotation. */
export const OLD_SECRET_MS = 24 * HOUR;

/** For how long events and their deliveries are kept. */
export const KEEP_DAYS = 30;

/**
 * When a delivery that has failed `failures` times is tried again; null: no more. Up to a tenth later, so that what failed
 * together does not come back together.
 */
export function retryAt(failures: number, now: Date, random: () => number = Math.random): Date | null {
  const wait = RETRY_AFTER_MS[failures - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * (1 + random() / 10));
}

import { setTimeout as delay } from 'node:timers/promises';

/** Waits until `what` answers something, and answers it; fails after `ms`. */
export async function until<T>(what: () => Promise<T | undefined | false | null>, ms = 30_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await what();
    if (value) return value;
    if (Date.now() > end) throw new Error(`It did not happen within ${ms} ms: ${what}`);
    await delay(50);
  }
}

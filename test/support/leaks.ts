import type { Response } from 'supertest';
import type { World } from './a-world.js';
import type { Evidence } from './evidence.js';

/** What must never stand in an answer to a stranger: ids of everything in a world, and its tag, which is in every name. */
export async function secretsOf(evidence: Evidence, w: World): Promise<string[]> {
  return [...(await evidence.idsOf(w.t.id)), w.tag];
}

/** Which secrets an answer gives away, and where; what the caller sent, the answer may repeat. */
export function leaksIn(response: Response, secrets: Iterable<string>, sent: string): string[] {
  const text = textOf(response);
  const given = [...secrets].filter((secret) => text.includes(secret) && !sent.includes(secret));
  return given.map((secret) => `…${text.slice(Math.max(0, text.indexOf(secret) - 200), text.indexOf(secret) + 60)}…`);
}

/** The whole answer, headers included, without the address that was asked for. */
export function textOf({ body, text, headers }: Response): string {
  const { instance: _, ...rest } = (body ?? {}) as Record<string, unknown>;
  const content =
    Array.isArray(body) || !headers['content-type']?.includes('json') ? (text ?? '') : JSON.stringify(rest);
  return `${JSON.stringify(headers)} ${content}`;
}

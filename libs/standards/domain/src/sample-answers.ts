import type { Answer, Answers, StandardBody, StandardItem } from '@wheelhouse/contracts';
import { allItems } from './items.js';

/** `good`: everything met. `typical`: a good outlet's visit, no red line crossed. `random`: anything, N/A too. */
export type SampleKind = 'good' | 'typical' | 'random';

/**
 * Made-up answers to a standard, to see what it does. They depend on the seed and on each item's id alone: the same item
 * is answered alike in two versions, so that their scores can be compared.
 */
export function sampleAnswers(body: Pick<StandardBody, 'sections'>, kind: SampleKind, seed = 1): Answers {
  return Object.fromEntries(
    allItems(body).map((item): [string, Answer] => {
      const u = chance(item.id, seed);
      if (kind === 'good') return [item.id, answerWith(item, 1)];
      if (kind === 'typical') return [item.id, answerWith(item, item.critical || u < 0.82 ? 1 : u < 0.94 ? 0.5 : 0)];
      if (u >= 0.93 && item.na_allowed) return [item.id, { na: true, naReason: '–' }];
      return [item.id, answerWith(item, u < 0.62 ? 1 : u < 0.76 ? 0.5 : 0)];
    }),
  );
}

/** The answer to an item that comes nearest to a credit of 0–1. */
export function answerWith(item: StandardItem, credit: number): Answer {
  switch (item.type) {
    case 'yes_no':
      return { value: credit > 0.5 };
    case 'scale': {
      const { min, max } = item.scale ?? { min: 0, max: 0 };
      return { value: Math.round(min + credit * (max - min)) };
    }
    case 'sample': {
      const n = Math.max(1, item.sample?.size ?? 1);
      return { value: { ok: Math.round(credit * n), n } };
    }
    case 'choice': {
      const options = item.options ?? [];
      const far = (of: number) => Math.abs(of - credit);
      const best = options.reduce(
        (a, b) => (far(b.credit) < far(a.credit) ? b : a),
        options[0] ?? { code: '', credit },
      );
      return { value: best.code };
    }
    default: {
      const { full_at: full, zero_at: zero } = item.numeric ?? { full_at: 0, zero_at: 0 };
      return { value: zero + credit * (full - zero) };
    }
  }
}

/** A figure in [0, 1) that an id and a seed always give again (FNV-1a, then one round of mulberry32). */
function chance(id: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const sign of id) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  let t = (hash + 0x6d2b79f5) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

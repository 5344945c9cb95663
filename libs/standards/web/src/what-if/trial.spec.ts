import { describe, expect, it } from 'vitest';
import type { StandardBody } from '@wheelhouse/contracts';
import { readFileSync } from 'node:fs';
import { redLines, tryOut, type Trial } from './trial.js';

const file = new URL('../../../../../demo/content/AS-4S.json', import.meta.url);
const body = JSON.parse(readFileSync(file, 'utf8')) as StandardBody;
const trial = (change: Partial<Trial>): Trial => ({ kind: 'good', seed: 1, redItem: '', given: {}, ...change });

describe('a trial of a standard', () => {
  it('scores 100 when everything is good', () => {
    expect(tryOut(body, trial({})).score).toMatchObject({ display: 100, grade: 'A', complete: true, triggered: [] });
  });

  it('shows what one red line does, and what the score were without', () => {
    for (const item of redLines(body)) {
      const { score, uncapped } = tryOut(body, trial({ kind: 'red', redItem: item.id }));
      expect(score.triggered).toEqual([item.id]);
      if (item.critical?.rule === 'cap_total')
        expect(score.display).toBe(Math.min(item.critical.cap ?? 0, uncapped ?? 0));
      if (item.critical?.rule === 'fail') expect(score.grade).toBe('FAIL');
    }
  });

  it('takes what one item is worth from the total, and leaves N/A out', () => {
    const item = body.sections[0]!.items.find(({ critical }) => critical === null)!;
    const all = tryOut(body, trial({}));
    const missed = tryOut(body, trial({ given: { [item.id]: 'miss' } }));
    expect(missed.score.raw).toBeCloseTo(100 - (all.points.get(item.id) ?? 0), 9);
    const open = {
      ...body,
      sections: body.sections.map((s) => ({ ...s, items: s.items.map((i) => ({ ...i, na_allowed: true })) })),
    };
    const na = tryOut(open, trial({ given: { [item.id]: 'na' } }));
    expect(na.points.has(item.id)).toBe(false);
    expect(na.score.naWeightShare).toBeGreaterThan(0);
    expect(tryOut(body, trial({ given: { [item.id]: 'na' } })).score.complete).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import type { Answers } from '@wheelhouse/contracts';
import fc from 'fast-check';
import { scoreAudit, type ScorableBody } from './checklist-score.js';
import { itemPoints } from './item-points.js';
import { anItem } from './testing/an-item.js';

const sheet = fc.array(
  fc.array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), na: fc.boolean() }), { minLength: 1, maxLength: 5 }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

describe('itemPoints', () => {
  it('is what the total loses when only this item is missed', () => {
    fc.assert(
      fc.property(sheet, fc.constantFrom('flat' as const, 'section_weighted' as const), (sections, mode) => {
        const answers: Answers = {};
        const body: ScorableBody = {
          scoring: { mode, precision: 2, grades: [['A', 0]], na_share_warning: 1 },
          sections: sections.map((items, s) => ({
            ...{ id: `S${s}`, en: '', zh: '', weight: s + 1 },
            items: items.map(({ weight, na }, i) => {
              answers[`${s}-${i}`] = na ? { na: true } : { value: true };
              return anItem({ id: `${s}-${i}`, weight, na_allowed: true });
            }),
          })),
        };
        const points = itemPoints(body, answers);
        const full = scoreAudit(body, answers).raw;
        for (const [id, worth] of points) {
          const missed = scoreAudit(body, { ...answers, [id]: { value: false } }).raw ?? 0;
          expect((full ?? 0) - missed).toBeCloseTo(worth, 9);
        }
        const sum = [...points.values()].reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(full === null ? 0 : 100, 9);
      }),
    );
  });
});

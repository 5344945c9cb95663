import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Answer, Answers, StandardBody, StandardItem } from '@wheelhouse/contracts';
import fc from 'fast-check';
import { scoreAudit } from './checklist-score.js';
import { findingsOf } from './findings.js';
import { whatWouldHelpMost } from './improvement.js';

const file = new URL('../../../../demo/content/AS-4S.json', import.meta.url);
const body = JSON.parse(readFileSync(file, 'utf8')) as StandardBody;
const items = body.sections.flatMap((section) => section.items);

/** An answer of the item's type: 0 the worst, 1 the best. */
function answer(item: StandardItem, share: number): Answer {
  if (item.type === 'yes_no') return { value: share >= 0.5 };
  if (item.type === 'scale') return { value: Math.round(share * 4) };
  if (item.type === 'sample') return { value: { ok: Math.round(share * 10), n: 10 } };
  const { full_at: full = 0, zero_at: zero = 1 } = item.numeric ?? {};
  return { value: zero + share * (full - zero) };
}
const perfect: Answers = Object.fromEntries(items.map((item) => [item.id, answer(item, 1)]));

describe('findings', () => {
  it('are the items below full credit, in the order of the standard', () => {
    const answers = { ...perfect, 'AS-4S-F-05': { value: { ok: 9, n: 10 } }, 'AS-4S-A-07': { value: 42 } };
    const findings = findingsOf(body, answers);
    expect(findings.map((finding) => finding.itemId)).toEqual(['AS-4S-A-07', 'AS-4S-F-05']);
    expect(findings[1]).toMatchObject({ sectionId: 'F', critical: true, triggered: true });
    expect(findings[0]).toMatchObject({ critical: false, triggered: false, credit: 0.4 });
    expect(findingsOf(body, perfect)).toEqual([]);
    expect(findingsOf(body, {})).toEqual([]);
  });

  it('cost, together, what is missing from the total before caps', () => {
    const uncapped = {
      ...body,
      sections: body.sections.map((s) => ({ ...s, items: s.items.map((i) => ({ ...i, critical: null })) })),
    };
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: items.length,
      maxLength: items.length,
    });
    fc.assert(
      fc.property(shares, fc.constantFrom('flat' as const, 'section_weighted' as const), (credits, mode) => {
        const answers = Object.fromEntries(items.map((item, i) => [item.id, answer(item, credits[i] ?? 0)]));
        const sheet = { ...uncapped, scoring: { ...body.scoring, mode } };
        const lost = findingsOf(sheet, answers).reduce((sum, finding) => sum + finding.pointsLost, 0);
        expect(lost).toBeCloseTo(100 - (scoreAudit(sheet, answers).raw ?? 0), 8);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what would help most', () => {
  it('names the red line that caps the total before a heavier ordinary item', () => {
    const answers = { ...perfect, 'AS-4S-F-05': { value: { ok: 9, n: 10 } }, 'AS-4S-A-07': { value: 30 } };
    const [first, second] = whatWouldHelpMost(body, answers, 5);
    expect(first).toMatchObject({ itemId: 'AS-4S-F-05' });
    expect(first?.gain).toBeGreaterThan(30);
    expect(second).toMatchObject({ itemId: 'AS-4S-A-07', gain: 0 });
    expect(second?.pointsLost).toBeGreaterThan(first?.pointsLost ?? 0);
  });

  it('returns no more than asked', () => {
    const answers = Object.fromEntries(items.map((item) => [item.id, answer(item, 0)]));
    expect(whatWouldHelpMost(body, answers, 3)).toHaveLength(3);
    expect(whatWouldHelpMost(body, answers, 0)).toEqual([]);
    expect(whatWouldHelpMost(body, perfect, 3)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ObjectiveResponse } from '@wheelhouse/contracts';
import { bodyOf, changedFields, clashes, draftOf, only } from './objective-draft.js';

const objective: ObjectiveResponse = {
  id: 'o',
  revision: 3,
  name: { en: 'Signed estimates', zh: '估价单签字率' },
  metric: { kind: 'item_pass_rate', source: 'audit', itemId: 'C-02' },
  direction: 'up',
  baseline: null,
  target: 85,
  dueOn: '2026-08-30',
  measured: null,
  effect: null,
  decision: null,
  decisionReason: null,
};
const base = bodyOf(draftOf(objective));

describe('an objective that is edited in place', () => {
  it('says the same as before when nothing was touched', () => {
    const { name, metric, direction, target, dueOn } = objective;
    expect(base).toEqual({ name, metric, direction, target, dueOn });
    expect(changedFields(base, bodyOf(draftOf({ ...objective, revision: 9 })))).toEqual([]);
  });

  it('sends only what was changed; an emptied field is taken back, a metric has only what its kind needs', () => {
    const mine = bodyOf({ ...draftOf(objective), kind: 'source_score', target: ' ', dueOn: '' });
    expect(only(changedFields(base, mine), mine)).toEqual({
      metric: { kind: 'source_score', source: 'audit' },
      target: null,
      dueOn: null,
    });
  });

  it.each([
    [{ target: '90' }, { dueOn: '2026-09-01' }, []],
    [{ target: '90' }, { target: '90' }, []],
    [{ target: '90' }, { target: '95' }, ['target']],
    [{ target: '' }, { target: '95', direction: 'down' as const }, ['target']],
  ])('mine %j, theirs %j: only what both changed in different ways clashes: %j', (mine, theirs, expected) => {
    const of = (change: object) => bodyOf({ ...draftOf(objective), ...change });
    expect(clashes(base, of(mine), of(theirs))).toEqual(expected);
  });
});

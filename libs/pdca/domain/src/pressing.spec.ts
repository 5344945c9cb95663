import { describe, expect, it } from 'vitest';
import type { CycleFacts } from './cycle-facts.js';
import { pressingDay, waitingPhase } from './pressing.js';

const facts = (more: Partial<CycleFacts>): CycleFacts => ({
  phase: 'do',
  today: '2026-11-20',
  scope: { en: 'East', zh: '华东' },
  standard: null,
  auditPlan: null,
  doFrom: '2026-10-01',
  doTo: '2026-12-20',
  conclusion: null,
  assignments: { total: 0, settled: 0 },
  objectives: [],
  ...more,
});
const objective = (dueOn: string | null): CycleFacts['objectives'][number] => ({
  name: { en: 'O', zh: 'O' },
  direction: 'up',
  baseline: 70,
  target: 80,
  dueOn,
  measured: false,
  decision: null,
});

describe('what a cycle asks for', () => {
  it('presses by the day that ends its phase', () => {
    expect(pressingDay(facts({ phase: 'plan' }))).toBe('2026-10-01');
    expect(pressingDay(facts({}))).toBe('2026-12-20');
    const objectives = [objective('2027-02-01'), objective('2027-01-15'), objective(null)];
    expect(pressingDay(facts({ phase: 'check', objectives }))).toBe('2027-01-15');
    expect(pressingDay(facts({ phase: 'act' }))).toBeNull();
    expect(pressingDay(facts({ phase: 'closed' }))).toBeNull();
  });

  it('waits when its gate is open, or the day comes', () => {
    const settled = { total: 3, settled: 3 };
    expect(waitingPhase(facts({ assignments: settled }), '2026-11-27')).toEqual({
      ready: true,
      missing: 0,
      dueOn: '2026-12-20',
    });
    expect(waitingPhase(facts({}), '2026-11-27')).toBeNull();
    expect(waitingPhase(facts({ doTo: '2026-11-27' }), '2026-11-27')).toMatchObject({ ready: false, missing: 1 });
    expect(waitingPhase(facts({ phase: 'closed' }), '2026-11-27')).toBeNull();
  });
});

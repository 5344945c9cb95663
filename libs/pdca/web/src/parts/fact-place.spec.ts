import { describe, expect, it } from 'vitest';
import { placeOfFact } from './fact-place.js';

describe('where a missing fact is filled in', () => {
  it.each([
    ['audit_plan', 'plan', 'cycle-plan'],
    ['objective', 'plan', 'cycle-objectives'],
    ['objective.target', 'plan', 'cycle-objectives'],
    ['do_finished', 'do', 'cycle-do'],
    ['objective.measured', 'check', 'cycle-effects'],
    ['conclusion', 'check', 'cycle-conclusion'],
    ['objective.decision', 'act', 'cycle-decisions'],
  ])('%s: %s, %s', (code, phase, section) => expect(placeOfFact(code)).toEqual({ phase, section }));
});

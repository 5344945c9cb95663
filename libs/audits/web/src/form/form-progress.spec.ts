import { describe, expect, it } from 'vitest';
import type { StandardBody, StandardItem } from '@wheelhouse/contracts';
import { scoreAudit } from '@wheelhouse/scoring-domain';
import { compileAnswerCheck } from '@wheelhouse/standards-domain';
import { firstOpenStep, missingOf, nextMissing, scoreSoFar, stepsOf } from './form-progress.js';

const item = (id: string, more: Partial<StandardItem> = {}): StandardItem => ({
  ...{ id, en: id, zh: id, weight: 1, type: 'yes_no', critical: null, servqual: 'REL', mot: null, department: 'SA' },
  evidence: { kind: [], required_on: 'fail' },
  na_allowed: true,
  ...more,
});
const form: StandardBody = {
  ...{ schema: 'standard.v1', code: 'T', kind: 'store', version: '1.0.0', name: { en: 'T', zh: 'T' } },
  scoring: { mode: 'section_weighted', precision: 2, grades: [['A', 0]], na_share_warning: 0.3 },
  dictionaries: { departments: {}, servqual: {}, moments_of_truth: {}, evidence: {} },
  sections: [
    { id: 'A', en: 'A', zh: 'A', weight: 50, items: [item('A1'), item('A2')] },
    { id: 'B', en: 'B', zh: 'B', weight: 50, items: [item('B1')] },
  ],
  visit_record_unscored: [
    { id: 'U1', en: 'u', zh: 'u', type: 'text', required: true, min_chars: 5 },
    { id: 'U2', en: 'u', zh: 'u', type: 'text', required: false, personal_data: true, default_enabled: false },
  ],
};
const check = compileAnswerCheck(form);

describe('progress of an audit form', () => {
  it('counts what is missing in each screen and finds where to go on', () => {
    const missing = missingOf(form, check, { A1: { value: true }, A2: { na: true } }, { U1: 'long enough' });
    expect(missing.count).toBe(2);
    expect(missing.items.get('A2')?.code).toBe('ANSWER.NA_REASON_MISSING');
    const steps = stepsOf(form, missing, true);
    expect(steps.map(({ id, done, total }) => [id, done, total])).toEqual([
      ['visit', 1, 1],
      ['A', 1, 2],
      ['B', 0, 1],
      ['review', 0, 0],
    ]);
    expect(firstOpenStep(steps)).toBe('A');
  });

  it('goes round from where one is to the next missing answer', () => {
    const missing = missingOf(form, check, { B1: { value: true } }, {});
    expect(nextMissing(form, missing, 'B')).toEqual({ step: 'visit', target: 'U1' });
    expect(nextMissing(form, missing, 'A')).toEqual({ step: 'A', target: 'A1' });
    const nothing = missingOf(
      form,
      check,
      { A1: { value: true }, A2: { value: true }, B1: { value: false } },
      { U1: 'long enough' },
    );
    expect(nextMissing(form, nothing, 'A')).toBeNull();
    expect(firstOpenStep(stepsOf(form, nothing, true))).toBe('review');
  });

  it('scores what is answered so far, and all of it as the server will', () => {
    expect(scoreSoFar(form, {}).display).toBeNull();
    expect(scoreSoFar(form, { A1: { value: true } }).display).toBe(100);
    const all = { A1: { value: true }, A2: { value: false }, B1: { value: true } };
    expect(scoreSoFar(form, all)).toEqual(scoreAudit(form, all));
    expect(scoreSoFar(form, all).display).toBe(75);
  });
});

import { describe, expect, it } from 'vitest';
import { mergeAnswers } from './merge-answers.js';

const [yes, no] = [{ value: true }, { value: false }];

describe('answers from two devices', () => {
  it.each([
    ['was not touched elsewhere', { A: yes }, { A: no }, { A: yes }, { A: no }, {}],
    ['was answered elsewhere', { A: yes }, { A: no }, { A: null }, {}, { A: yes }],
    ['was changed elsewhere', { A: { value: 3 } }, { A: { value: 1 } }, { A: { value: 2 } }, {}, { A: { value: 3 } }],
    ['was taken back elsewhere', {}, { A: no }, { A: yes }, {}, { A: null }],
    ['was taken back here, changed elsewhere', { A: no }, { A: null }, { A: yes }, {}, { A: no }],
    [
      'was answered alike',
      { A: { note: 'x', value: true } },
      { A: { value: true, note: 'x' } },
      { A: null },
      { A: { value: true, note: 'x' } },
      {},
    ],
    ['is sent without a belief', { A: yes }, { A: no }, {}, { A: no }, {}],
  ])('one that %s', (_, current, changes, before, accepted, conflicts) => {
    expect(mergeAnswers(current, changes, before)).toEqual({ accepted, conflicts });
  });

  it('are judged one by one', () => {
    expect(mergeAnswers({ A: yes }, { A: no, B: no }, { A: null, B: null })).toEqual({
      accepted: { B: no },
      conflicts: { A: yes },
    });
  });
});

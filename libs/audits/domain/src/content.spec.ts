import { describe, expect, it } from 'vitest';
import type { Answers } from '@wheelhouse/contracts';
import fc from 'fast-check';
import { canonicalContent, differences, type SubmissionContent } from './content.js';

const content: SubmissionContent = {
  outletId: 'o1',
  kind: 'self_check',
  standardVersionId: 'v1',
  assignmentId: null,
  visitDate: '2026-03-04',
  answers: { A: { value: true }, B: { na: true, naReason: 'none here' }, C: { value: { ok: 3, n: 5 } } },
  visitRecord: {},
};

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, shuffled(entry)]),
  );
};

const answer = fc.record(
  { value: fc.oneof(fc.boolean(), fc.integer(), fc.string()), note: fc.string(), na: fc.constant(true as const) },
  { requiredKeys: [] },
);
const answers: fc.Arbitrary<Answers> = fc.dictionary(fc.string({ minLength: 1 }), answer);

describe('the content of a submission', () => {
  it('is the same text whatever the order of keys', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const one = { ...content, answers: given };
        expect(canonicalContent(shuffled(one) as SubmissionContent)).toBe(canonicalContent(one));
      }),
    );
  });

  it('differs as a text exactly when something differs by name', () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const [one, two] = [
          { ...content, answers: a },
          { ...content, answers: b },
        ];
        expect(differences(one, two).length === 0).toBe(canonicalContent(one) === canonicalContent(two));
      }),
    );
  });

  it('ignores what is not content, and members that are not there', () => {
    const more = { ...content, updatedAt: 'now', answers: { ...content.answers, A: { value: true, note: undefined } } };
    expect(canonicalContent(more)).toBe(canonicalContent(content));
  });

  it('is the same after a journey through JSON', () => {
    fc.assert(
      fc.property(
        answers,
        (a) =>
          canonicalContent({ ...content, answers: JSON.parse(JSON.stringify(a)) as Answers }) ===
          canonicalContent({ ...content, answers: a }),
      ),
    );
  });

  it.each([
    [{ outletId: 'o2' }, ['outletId']],
    [{ visitDate: '2026-03-05', assignmentId: 'a1' }, ['assignmentId', 'visitDate']],
    [{ answers: { ...content.answers, A: { value: false } } }, ['answers.A']],
    [{ answers: { A: { value: true }, D: { value: 1 } } }, ['answers.B', 'answers.C', 'answers.D']],
    [{ answers: { ...content.answers, C: { value: { n: 5, ok: 3 } } } }, []],
    [{ visitRecord: { U01: 'x' } }, ['visitRecord.U01']],
  ] as [Partial<SubmissionContent>, string[]][])('names what differs: %j', (change, expected) => {
    expect(differences(content, { ...content, ...change })).toEqual(expected);
  });
});

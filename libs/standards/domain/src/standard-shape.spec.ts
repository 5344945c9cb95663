import { describe, expect, it } from 'vitest';
import { FIELD_TEXTS } from '@wheelhouse/contracts';
import fc from 'fast-check';
import { checkStandardShape } from './standard-shape.js';
import { CONTENT, content } from './testing/content.js';

/** A copy of a standard with one place set; the path is written as the problems write it. */
function withValue(path: string, value: unknown): unknown {
  const body = content('AS-4S') as unknown;
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const last = keys.pop() as string;
  let at = body as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return body;
}

describe('the shape of a standard', () => {
  it.each(CONTENT)('%s is well-formed', (code) => expect(checkStandardShape(content(code))).toEqual([]));

  it('an unfinished draft is well-formed', () => {
    const body = content('AS-4S');
    const draft = { ...body, sections: [{ id: 'A', en: '', zh: '', weight: 0, items: [] }] };
    expect(checkStandardShape(draft)).toEqual([]);
    expect(checkStandardShape({ ...body, sections: [] })).toEqual([]);
  });

  it.each([
    ['sections[2].items[0].weight', '3', 'FIELD.TYPE'],
    ['sections[2].items[0].weight', Infinity, 'FIELD.TYPE'],
    ['sections[2].items[0].weight', NaN, 'FIELD.TYPE'],
    ['sections[2].items[0].weight', -1, 'FIELD.RANGE'],
    ['sections[2].items[0].weight', undefined, 'FIELD.REQUIRED'],
    ['sections[2].items[0].colour', 'red', 'FIELD.UNKNOWN'],
    ['sections[2].items[0].type', 'stars', 'FIELD.ENUM'],
    ['sections[2].items[0].critical', { rule: 'none' }, 'FIELD.ENUM', 'sections[2].items[0].critical.rule'],
    ['sections[2].items[0].en', 'x'.repeat(2001), 'FIELD.TOO_LONG'],
    ['sections[2].items[0].en', 'ring\u0007', 'FIELD.CONTROL_CHARACTERS'],
    ['sections[2].items[0].zh', 'half \ud83d', 'FIELD.CONTROL_CHARACTERS'],
    ['sections[2].items[0].id', 'a b', 'FIELD.FORMAT'],
    ['sections[2].items[0].id', '', 'FIELD.REQUIRED'],
    ['sections[2].items', {}, 'FIELD.TYPE'],
    ['scoring.precision', 9, 'FIELD.RANGE'],
    ['scoring.grades[1]', ['B'], 'FIELD.TOO_FEW'],
    ['version', '1.0', 'FIELD.FORMAT'],
    ['schema', 'standard.v2', 'FIELD.ENUM'],
    ['dictionaries.departments.SA', 'Service', 'FIELD.TYPE'],
    ['dictionaries.evidence.a b', 'x', 'FIELD.FORMAT'],
    ['title', 'x', 'FIELD.UNKNOWN'],
  ])('%s = %p is refused', (path, value, code, at = path) => {
    const problems = checkStandardShape(withValue(path, value));
    expect(problems).toEqual([expect.objectContaining({ field: at, code })]);
    expect(Object.keys(FIELD_TEXTS)).toContain(code);
  });

  it('line breaks, tabs, right-to-left and 4-byte characters are text', () => {
    expect(checkStandardShape(withValue('sections[2].items[0].en', 'one\n\ttwo 🚗 שלום <b>&amp;'))).toEqual([]);
  });

  it('a key named __proto__ is an unknown field', () => {
    const document: unknown = JSON.parse(JSON.stringify(content('AS-4S')).replace('{', '{"__proto__":{"x":1},'));
    expect(checkStandardShape(document)).toEqual([{ field: '__proto__', code: 'FIELD.UNKNOWN' }]);
  });

  it.each([null, undefined, 7, 'x', [], {}])('%p is no standard', (document) => {
    expect(checkStandardShape(document).length).toBeGreaterThan(0);
  });

  it('sections and items are limited', () => {
    const body = content('AS-4S');
    const [section] = body.sections;
    const [item] = section?.items ?? [];
    const sections = Array.from({ length: 51 }, () => ({ ...section, items: [] }));
    expect(checkStandardShape({ ...body, sections })).toEqual([
      { field: 'sections', code: 'FIELD.TOO_MANY', params: { max: 50 } },
    ]);
    const many = [1, 2].map(() => ({ ...section, items: Array.from({ length: 251 }, () => item) }));
    expect(checkStandardShape({ ...body, sections: many })).toEqual([
      { field: 'sections', code: 'FIELD.TOO_MANY', params: { max: 500 } },
    ]);
  });

  it('never throws, whatever JSON it gets, and reports at most 100 problems', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(content('AS-4S'))), (value, key) => {
        expect(checkStandardShape(value).length).toBeGreaterThan(0);
        expect(checkStandardShape({ ...content('AS-4S'), [key]: value }).length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 60 },
    );
  });
});

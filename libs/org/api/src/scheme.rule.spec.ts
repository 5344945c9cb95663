import { describe, expect, it } from 'vitest';
import { DEFAULT_SCHEME, sameScheme, schemeProblems, type SchemeBody } from './scheme.rule.js';

const source = (given: Partial<SchemeBody['sources'][number]>) =>
  ({ ...DEFAULT_SCHEME, sources: [{ source: 'audit', weight: 1, windowWeeks: 1, minN: 1, ...given }] }) as SchemeBody;
const twice = { ...DEFAULT_SCHEME, sources: [...DEFAULT_SCHEME.sources, ...DEFAULT_SCHEME.sources.slice(0, 1)] };

describe('schemes', () => {
  it('accepts the default, and weights of any sum', () => {
    expect(schemeProblems(DEFAULT_SCHEME)).toEqual([]);
    expect(schemeProblems(source({ weight: 0.5 }))).toEqual([]);
  });

  it.each([
    [source({ weight: 0 }), 'scheme.sources[0].weight'],
    [source({ weight: 101 }), 'scheme.sources[0].weight'],
    [source({ windowWeeks: 0 }), 'scheme.sources[0].windowWeeks'],
    [source({ windowWeeks: 53 }), 'scheme.sources[0].windowWeeks'],
    [source({ minN: 0 }), 'scheme.sources[0].minN'],
    [{ ...DEFAULT_SCHEME, sources: [] }, 'scheme.sources'],
    [twice, 'scheme.sources[3].source'],
    [{ ...DEFAULT_SCHEME, minCoverage: 1.01 }, 'scheme.minCoverage'],
    [{ ...DEFAULT_SCHEME, minSample: 0 }, 'scheme.minSample'],
    [{ ...DEFAULT_SCHEME, minPeers: 1 }, 'scheme.minPeers'],
  ])('names what is wrong %#', (scheme, field) => {
    expect(schemeProblems(scheme).map((problem) => problem.field)).toEqual([field]);
  });

  it('tells another scheme from the same one written in another order', () => {
    const { sources, ...rest } = DEFAULT_SCHEME;
    expect(
      sameScheme(DEFAULT_SCHEME, {
        ...rest,
        sources: sources.map(({ source: from, ...s }) => ({ ...s, source: from })),
      }),
    ).toBe(true);
    expect(sameScheme(DEFAULT_SCHEME, { ...DEFAULT_SCHEME, minPeers: 6 })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { RankingScheme } from '@wheelhouse/contracts';
import { schemeBody, schemeForm, schemeShares } from './scheme-form.js';

const scheme: RankingScheme = {
  version: 3,
  sources: [
    { source: 'self_check', weight: 10, windowWeeks: 4, minN: 1 },
    { source: 'mystery_shop', weight: 30, windowWeeks: 26, minN: 2 },
  ],
  minCoverage: 0.55,
  minSample: 3,
  rankPartial: true,
  minPeers: 5,
};

describe('the scheme in the form', () => {
  it('comes back the same, without its version and without unused sources', () => {
    const { version, ...rest } = scheme;
    expect(version).toBe(3);
    expect(schemeBody(schemeForm(scheme))).toEqual(rest);
  });

  it('shows what each weight is worth', () => {
    const { sum, share } = schemeShares(schemeForm(scheme));
    expect(sum).toBe(40);
    expect([share('self_check'), share('audit'), share('mystery_shop')]).toEqual([0.25, 0, 0.75]);
  });

  it('has no share when nothing weighs', () => {
    const form = schemeForm({ ...scheme, sources: [] });
    expect(schemeShares(form).share('audit')).toBe(0);
  });
});

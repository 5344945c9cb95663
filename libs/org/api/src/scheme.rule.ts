import type { RankingScheme } from '@wheelhouse/contracts';
import type { FieldProblem } from '@wheelhouse/kernel';

export type SchemeBody = Omit<RankingScheme, 'version'>;

/** The scheme that every tenant begins with. */
export const DEFAULT_SCHEME: SchemeBody = {
  sources: [
    { source: 'self_check', weight: 10, windowWeeks: 4, minN: 1 },
    { source: 'audit', weight: 50, windowWeeks: 13, minN: 1 },
    { source: 'mystery_shop', weight: 40, windowWeeks: 26, minN: 1 },
  ],
  minCoverage: 0.6,
  minSample: 3,
  rankPartial: true,
  minPeers: 5,
};

/** Everything that is wrong with a scheme, by field below `scheme`; empty when it can be used. Weights need not sum to 100. */
export function schemeProblems(scheme: SchemeBody): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const within = (field: string, value: number, min: number, max: number, above = false) => {
    if (value < min || value > max || (above && value === min)) {
      problems.push({ field: `scheme.${field}`, code: 'FIELD.RANGE', params: { min: above ? `>${min}` : min, max } });
    }
  };
  if (scheme.sources.length === 0)
    problems.push({ field: 'scheme.sources', code: 'FIELD.TOO_FEW', params: { min: 1 } });
  const seen = new Set<string>();
  scheme.sources.forEach((entry, i) => {
    if (seen.has(entry.source)) problems.push({ field: `scheme.sources[${i}].source`, code: 'FIELD.DUPLICATE' });
    seen.add(entry.source);
    within(`sources[${i}].weight`, entry.weight, 0, 100, true);
    within(`sources[${i}].windowWeeks`, entry.windowWeeks, 1, 52);
    within(`sources[${i}].minN`, entry.minN, 1, 1000);
  });
  within('minCoverage', scheme.minCoverage, 0, 1);
  within('minSample', scheme.minSample, 1, 1000);
  within('minPeers', scheme.minPeers, 2, 10_000);
  return problems;
}

/** The known parts of a scheme in one fixed order: what is stored, and what two schemes are compared by. */
export function normalScheme(scheme: SchemeBody): SchemeBody {
  return {
    sources: scheme.sources.map(({ source, weight, windowWeeks, minN }) => ({ source, weight, windowWeeks, minN })),
    minCoverage: scheme.minCoverage,
    minSample: scheme.minSample,
    rankPartial: scheme.rankPartial,
    minPeers: scheme.minPeers,
  };
}

/** Whether two schemes say the same. */
export function sameScheme(a: SchemeBody, b: SchemeBody): boolean {
  return JSON.stringify(normalScheme(a)) === JSON.stringify(normalScheme(b));
}

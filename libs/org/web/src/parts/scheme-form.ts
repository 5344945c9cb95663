import { SCORE_SOURCES, type RankingScheme, type ScoreSource } from '@wheelhouse/contracts';

/** The scheme as it stands in the form: every source has a row, an unused one with weight 0; percent instead of shares. */
export interface SchemeForm {
  sources: Record<ScoreSource, { weight: number; windowWeeks: number; minN: number }>;
  minCoverage: number;
  minSample: number;
  minPeers: number;
  rankPartial: boolean;
}

const UNUSED = { weight: 0, windowWeeks: 13, minN: 1 };

/** A scheme as form. */
export function schemeForm(scheme: RankingScheme): SchemeForm {
  const row = (source: ScoreSource) => {
    const found = scheme.sources.find((entry) => entry.source === source);
    return found ? { weight: found.weight, windowWeeks: found.windowWeeks, minN: found.minN } : { ...UNUSED };
  };
  return {
    sources: { self_check: row('self_check'), audit: row('audit'), mystery_shop: row('mystery_shop') },
    minCoverage: Math.round(scheme.minCoverage * 100),
    minSample: scheme.minSample,
    minPeers: scheme.minPeers,
    rankPartial: scheme.rankPartial,
  };
}

/** Sources that count, in the fixed order in which they are sent. */
export const usedSources = (form: SchemeForm): ScoreSource[] =>
  SCORE_SOURCES.filter((source) => form.sources[source].weight > 0);

/** The form as the request's body. */
export function schemeBody(form: SchemeForm): Omit<RankingScheme, 'version'> {
  return {
    sources: usedSources(form).map((source) => ({ source, ...form.sources[source] })),
    minCoverage: form.minCoverage / 100,
    minSample: form.minSample,
    minPeers: form.minPeers,
    rankPartial: form.rankPartial,
  };
}

/** Sum of the weights, and each source's share of it, 0–1 (0 when the sum is 0). */
export function schemeShares(form: SchemeForm): { sum: number; share: (source: ScoreSource) => number } {
  const sum = SCORE_SOURCES.reduce((total, source) => total + (form.sources[source].weight || 0), 0);
  return { sum, share: (source) => (sum > 0 ? (form.sources[source].weight || 0) / sum : 0) };
}

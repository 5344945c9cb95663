/** Where a score comes from. The tenant's scheme weighs these into the composite score. */
export const SCORE_SOURCES = ['self_check', 'audit', 'mystery_shop'] as const;
export type ScoreSource = (typeof SCORE_SOURCES)[number];

/** `GET /api/v1/outlets/:id/scores?weeks=26`: what each source said of an outlet week by week, from counted audits only. */
export interface OutletScoresResponse {
  /** Oldest first; the last is the running week. */
  weeks: { key: string; start: string; end: string }[];
  sources: {
    source: ScoreSource;
    /** Scored audits in all these weeks, and their mean score; null without any. */
    n: number;
    mean: number | null;
    /** One entry for each week; null for a week without a scored audit. */
    points: ({ n: number; mean: number } | null)[];
  }[];
  /** Self-check − audit over the weeks that have both (formulas 2.12): mean, and mean of its size, in points. */
  gap: { weeks: number; bias: number; spread: number } | null;
}

/** The tenant's scheme: how an outlet's composite score and the ranking are made (formulas 2.2, 2.8, 2.9). */
export interface RankingScheme {
  /** Grows with every change; printed on each report. */
  version: number;
  sources: SchemeSource[];
  /** Share of the nominal weight that must be present for a composite score, 0–1. */
  minCoverage: number;
  /** Audits behind a composite score, over all sources, below which an outlet is listed apart. At least 1. */
  minSample: number;
  /** Whether an outlet with a missing source is ranked (with its mark) or listed apart. */
  rankPartial: boolean;
  /** Outlets of a peer group below which the ranking is widened to the whole audience. */
  minPeers: number;
}

export interface SchemeSource {
  source: ScoreSource;
  /** Nominal weight, 0–100; sources are normalised. */
  weight: number;
  /** Observations of the last so many weeks, up to the period's end, are averaged. */
  windowWeeks: number;
  /** Observations below which the source is missing. */
  minN: number;
}

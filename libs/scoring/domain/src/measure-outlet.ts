import type { ApartReason, ScoreSource, SourceScore } from '@wheelhouse/contracts';
import { compositeScore, type CompositeStatus } from './composite-score.js';
import { squaresWithin } from './empirical-bayes.js';
import type { PeriodInput, PeriodOutlet } from './rank-period.types.js';
import { selfCheckCredibility } from './self-audit-gap.js';

type Scheme = PeriodInput['scheme'];

/** An outlet's composite score before anything is compared. */
export interface MeasuredOutlet {
  outlet: PeriodOutlet;
  composite: number | null;
  coverage: number;
  status: CompositeStatus;
  /** Observations over usable sources. */
  n: number;
  /** Observations over all sources of the scheme, usable or not. */
  observations: number;
  sources: SourceScore[];
}

/** Source means, credibility of the self-check (formulas 2.12) and the composite of them (formulas 2.2). */
export function measureOutlet(outlet: PeriodOutlet, scheme: Scheme): MeasuredOutlet {
  const credibility = selfCheckCredibility(outlet.selfAuditGap);
  const result = compositeScore(
    scheme.sources.map(({ source, weight, minN }) => {
      const { n, sum } = outlet.sources[source] ?? { n: 0, sum: 0 };
      const score = n > 0 ? sum / n : null;
      return { id: source, weight, score, n, minN, credibility: source === 'self_check' ? credibility : 1 };
    }),
    { minCoverage: scheme.minCoverage },
  );
  let n = 0;
  let observations = 0;
  const sources = scheme.sources.map(({ source }): SourceScore => {
    const { n: count, sum } = outlet.sources[source] ?? { n: 0, sum: 0 };
    const share = result.used.find((used) => used.id === source)?.share ?? 0;
    observations += count;
    if (share > 0) n += count;
    return { source, score: count > 0 ? sum / count : null, n: count, share };
  });
  return {
    outlet,
    composite: result.composite,
    coverage: result.coverage,
    status: result.status,
    n,
    observations,
    sources,
  };
}

/** Why an outlet is not ranked, or null when it is. `variance` is its sampling variance, null when unknown. */
export function apartReason(measured: MeasuredOutlet, variance: number | null, scheme: Scheme): ApartReason | null {
  if (measured.outlet.failedRedLine) return 'red_line';
  if (measured.observations === 0) return 'no_audit';
  if (measured.status === 'insufficient') return 'insufficient';
  if (measured.status === 'partial' && !scheme.rankPartial) return 'partial';
  return measured.n < scheme.minSample || variance === null ? 'min_sample' : null;
}

/** Sums of squares within outlets and their degrees of freedom, by source. */
export type WithinOutlets = Map<ScoreSource, { squares: number; freedom: number }>;

/** How much single observations of one outlet differ, pooled over some outlets. */
export function poolWithin(outlets: readonly MeasuredOutlet[], scheme: Scheme): WithinOutlets {
  const pools: WithinOutlets = new Map(scheme.sources.map(({ source }) => [source, { squares: 0, freedom: 0 }]));
  for (const { outlet } of outlets) {
    for (const [source, pool] of pools) {
      const statistics = outlet.sources[source];
      if (!statistics || statistics.n < 2) continue;
      pool.squares += squaresWithin(statistics);
      pool.freedom += statistics.n - 1;
    }
  }
  return pools;
}

/** Degrees of freedom below which a peer group's own variance is too uncertain and that of all outlets is used. */
const MIN_FREEDOM = 5;

/**
 * Sampling variance of a composite, Σ share²·s²/n over usable sources, with s² the variance within outlets of that source:
 * pooled over the peer group; where that is too little, over all outlets; where no outlet was seen twice by that source
 * yet (a first wave of mystery shops), over all sources. Null when no outlet has two observations of anything.
 */
export function samplingVariance(measured: MeasuredOutlet, own: WithinOutlets, all: WithinOutlets): number | null {
  let variance = 0;
  for (const { source, n, share } of measured.sources) {
    if (share === 0) continue;
    const pool = own.get(source);
    const known = pool && pool.freedom >= MIN_FREEDOM ? pool : all.get(source);
    const within = known && known.freedom > 0 ? known.squares / known.freedom : withinVariance(all);
    if (within === null) return null;
    variance += (share * share * within) / n;
  }
  return variance;
}

/** Variance of single observations within outlets, pooled over all sources; null when no outlet has two. */
export function withinVariance(pools: WithinOutlets): number | null {
  let squares = 0;
  let freedom = 0;
  for (const pool of pools.values()) {
    squares += pool.squares;
    freedom += pool.freedom;
  }
  return freedom > 0 ? squares / freedom : null;
}

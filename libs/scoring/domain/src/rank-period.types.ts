import type { PeerGroupSummary, RankingRow, RankingScheme, ScoreSource } from '@wheelhouse/contracts';
import type { SufficientStatistics } from './empirical-bayes.js';

/** Everything that the ranking of one period is made from. */
export interface PeriodInput {
  scheme: Pick<RankingScheme, 'sources' | 'minCoverage' | 'minSample' | 'rankPartial' | 'minPeers'>;
  outlets: readonly PeriodOutlet[];
}

export interface PeriodOutlet {
  outletId: string;
  /** Null: compared with the whole audience. */
  peerGroupId: string | null;
  /** Displayed scores of each source, summed over that source's window. */
  sources: Partial<Record<ScoreSource, SufficientStatistics>>;
  /** Paired self-check and audit scores: how many, and their mean absolute difference. */
  selfAuditGap?: { pairs: number; mad: number | null } | null;
  /** Red-line items that were crossed and not re-audited since; carried into the row. */
  redLines: readonly string[];
  /** True when one of them has the rule `fail`: the outlet is listed apart until it is re-audited. */
  failedRedLine: boolean;
  previous?: PreviousStanding | null;
}

/** The outlet's row in the previous edition. */
export interface PreviousStanding {
  /** Null when it was not ranked: then nothing is compared. */
  rank: number | null;
  estimate: number | null;
  low: number | null;
  high: number | null;
  bottomQuarter: boolean;
  /** The peer group that it was compared with, null for the whole audience. Where given, ranks are compared only alike. */
  comparedWith?: string | null;
}

/** The figures of a report's row that follow from scores alone. */
export interface PeriodRow extends Pick<
  RankingRow,
  | ('outletId' | 'peerGroupId' | 'listing' | 'apartReason' | 'score' | 'estimate' | 'low' | 'high' | 'n' | 'rank')
  | ('tied' | 'rankBest' | 'rankWorst' | 'peers' | 'percentile' | 'rankChange' | 'change' | 'beyondNoise')
  | ('bottomQuarter' | 'newInBottomQuarter' | 'sources' | 'coverage' | 'redLines')
> {
  /** The peer group had too few outlets (or there is none): the figures compare with the whole audience. */
  widened: boolean;
  /** The group that it is compared with; null for the whole audience. */
  comparedWith: string | null;
  /** Standard deviation of `estimate`. */
  sd: number | null;
}

export interface PeriodGroup extends Omit<PeerGroupSummary, 'name'> {
  /** Outlets that the ranked ones were compared with; more than `ranked` when widened. */
  peers: number;
  /** Groups that were too small and are listed here (`id` null: the whole audience); empty for an ordinary group. */
  widenedFrom: (string | null)[];
}

export interface PeriodRanking {
  /** One row for each outlet, in the order of the input. */
  rows: PeriodRow[];
  groups: PeriodGroup[];
}

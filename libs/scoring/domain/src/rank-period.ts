import type { ApartReason } from '@wheelhouse/contracts';
import * as measure from './measure-outlet.js';
import { Z95 } from './normal.js';
import { PeerComparison, type Estimate, type Peer, type Standing } from './peer-comparison.js';
import type { PeriodGroup, PeriodInput, PeriodRanking, PeriodRow, PreviousStanding } from './rank-period.types.js';

type Measured = measure.MeasuredOutlet;

/**
 * The ranking of one period (formulas 2.2, 2.8, 2.9, 2.12): composite scores, shrunk within each peer group by how
 * uncertain they are, ordered by the displayed estimate. Outlets that failed a red line, have too few observations or
 * miss too much are listed apart with the reason. A peer group with fewer than `minPeers` outlets that can be ranked is
 * widened: its outlets are compared with the whole audience. Pure; time is O(k log k).
 */
export function rankPeriod({ scheme, outlets }: PeriodInput): PeriodRanking {
  const measured = outlets.map((outlet) => measure.measureOutlet(outlet, scheme));
  const audience = new Circle(null, measured, measure.poolWithin(measured, scheme), scheme);
  const circles = [...groupsOf(measured)].map(
    ([id, members]) => [id, new Circle(id, members, audience.within, scheme)] as const,
  );
  const small = new Set(circles.filter(([id, { size }]) => id === null || size < scheme.minPeers).map(([id]) => id));
  const wide = small.size > 0 ? audience : null;
  const ownCircle = new Map(circles);
  const rows = measured.map((one) => {
    const group = one.outlet.peerGroupId;
    return rowOf(one, small.has(group) ? audience : (ownCircle.get(group) as Circle), small.has(group));
  });
  const groups = circles.filter(([id]) => !small.has(id)).map(([, circle]) => circle.summary(circle.size, []));
  if (wide) {
    const ranked = rows.filter((row) => row.widened && row.listing === 'ranked').length;
    groups.push(wide.summary(ranked, [...small]));
  }
  return { rows, groups };
}

function groupsOf(measured: readonly Measured[]): Map<string | null, Measured[]> {
  const groups = new Map<string | null, Measured[]>();
  for (const one of measured) {
    const members = groups.get(one.outlet.peerGroupId);
    if (members) members.push(one);
    else groups.set(one.outlet.peerGroupId, [one]);
  }
  return groups;
}

/** Outlets that are compared with each other: one peer group, or the whole audience. */
class Circle {
  readonly within: measure.WithinOutlets;
  private ranked: Map<Measured, Peer> | null = null;
  private compared: PeerComparison | null = null;
  private estimates = new Map<Measured, Estimate>();

  constructor(
    readonly id: string | null,
    private readonly members: readonly Measured[],
    private readonly overall: measure.WithinOutlets,
    private readonly scheme: PeriodInput['scheme'],
  ) {
    this.within = id === null ? overall : measure.poolWithin(members, scheme);
  }

  /** Those that can be ranked. Found when first asked for: the audience is needed only when a group is widened. */
  private get peers(): Map<Measured, Peer> {
    if (this.ranked) return this.ranked;
    this.ranked = new Map();
    for (const one of this.members) {
      const variance = this.varianceOf(one);
      if (one.composite === null || variance === null) continue;
      if (this.reasonApart(one, variance) === null) this.ranked.set(one, { composite: one.composite, variance });
    }
    return this.ranked;
  }

  get size(): number {
    return this.peers.size;
  }

  get comparison(): PeerComparison {
    if (this.compared) return this.compared;
    this.compared = new PeerComparison([...this.peers.values()]);
    let i = 0;
    for (const one of this.peers.keys()) this.estimates.set(one, this.compared.estimates[i++] as Estimate);
    return this.compared;
  }

  /** Where an outlet stands among the peers, if it is one of them; else only its estimate, where that can be made. */
  place(one: Measured): { reason: ApartReason | null; estimate: Estimate | null; standing: Standing | null } {
    const { comparison } = this;
    const peer = this.estimates.get(one);
    if (peer) return { reason: null, estimate: peer, standing: comparison.standing(peer) };
    const variance = this.varianceOf(one);
    const estimate =
      one.composite === null || variance === null ? null : comparison.estimate({ composite: one.composite, variance });
    return { reason: this.reasonApart(one, variance), estimate, standing: null };
  }

  private varianceOf(one: Measured): number | null {
    return one.composite === null ? null : measure.samplingVariance(one, this.within, this.overall);
  }

  private reasonApart(one: Measured, variance: number | null): ApartReason | null {
    return measure.apartReason(one, variance, this.scheme);
  }

  summary(ranked: number, widenedFrom: (string | null)[]): PeriodGroup {
    const { fit, distinguishable, size } = this.comparison;
    return {
      ...{ id: this.id, ranked, peers: size, widenedFrom, distinguishable },
      mean: fit?.mean ?? null,
      withinVariance: measure.withinVariance(this.within) ?? measure.withinVariance(this.overall),
      betweenVariance: fit?.tau2 ?? null,
    };
  }
}

function rowOf(one: Measured, circle: Circle, widened: boolean): PeriodRow {
  const { outlet } = one;
  const { reason, estimate, standing } = circle.place(one);
  const moved = movement(standing, estimate, outlet.previous, circle.id);
  return {
    outletId: outlet.outletId,
    peerGroupId: outlet.peerGroupId,
    widened,
    comparedWith: circle.id,
    listing: reason === null ? 'ranked' : reason === 'red_line' ? 'failed_red_line' : 'apart',
    apartReason: reason,
    score: one.composite,
    estimate: estimate?.estimate ?? null,
    low: estimate?.low ?? null,
    high: estimate?.high ?? null,
    sd: estimate?.sd ?? null,
    n: one.n,
    rank: standing?.rank ?? null,
    tied: standing?.tied ?? false,
    rankBest: standing?.rankBest ?? null,
    rankWorst: standing?.rankWorst ?? null,
    peers: circle.size,
    percentile: standing?.percentile ?? null,
    rankChange: moved.rankChange,
    change: moved.change,
    beyondNoise: moved.beyondNoise,
    bottomQuarter: standing?.bottomQuarter ?? false,
    newInBottomQuarter: moved.newInBottomQuarter,
    sources: one.sources,
    coverage: one.coverage,
    redLines: [...outlet.redLines],
  };
}

type Movement = Pick<PeriodRow, 'rankChange' | 'change' | 'beyondNoise' | 'newInBottomQuarter'>;

/**
 * What changed since the previous edition, only for an outlet that was ranked in both. Beyond noise: |difference| >
 * 1.96·√(sd² + sd²_previous). The windows of two editions overlap, so this is on the cautious side.
 */
function movement(
  standing: Standing | null,
  estimate: Estimate | null,
  previous: PreviousStanding | null | undefined,
  comparedWith: string | null,
): Movement {
  if (!standing || !estimate || previous?.rank == null || previous.estimate === null) {
    return { rankChange: null, change: null, beyondNoise: false, newInBottomQuarter: false };
  }
  const alike = previous.comparedWith === undefined || previous.comparedWith === comparedWith;
  const change = estimate.estimate - previous.estimate;
  const sd = previousSd(previous);
  return {
    rankChange: alike ? previous.rank - standing.rank : null,
    change,
    beyondNoise: sd !== null && Math.abs(change) > Z95 * Math.hypot(estimate.sd, sd),
    newInBottomQuarter: standing.bottomQuarter && !previous.bottomQuarter,
  };
}

/** The previous estimate's sd from its interval: the wider side, since the other may have been clamped at 0 or 100. */
function previousSd({ estimate, low, high }: PreviousStanding): number | null {
  if (estimate === null || low === null || high === null) return null;
  return Math.max(high - estimate, estimate - low) / Z95;
}

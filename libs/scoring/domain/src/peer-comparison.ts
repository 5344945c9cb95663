import { displayRound } from '@wheelhouse/kernel';
import { Z95 } from './normal.js';
import { quantileOfSorted } from './quantile.js';
import { fitRandomEffects, shrink, type RandomEffects } from './random-effects.js';
import { placeOf, type Place } from './ranking.js';
import { countBelow, countUpTo } from './sorted.js';

/** An outlet's composite score and its sampling variance. */
export interface Peer {
  composite: number;
  variance: number;
}

/** A shrunk composite with its 95 % interval, not rounded; `shown` is the estimate as displayed, which decides. */
export interface Estimate {
  estimate: number;
  shown: number;
  sd: number;
  low: number;
  high: number;
}

export interface Standing extends Place {
  rankBest: number;
  rankWorst: number;
  bottomQuarter: boolean;
}

/** The outlets that are compared with each other: common mean, estimates, and the order. */
export class PeerComparison {
  readonly fit: RandomEffects | null;
  readonly size: number;
  /** In the order of the peers. */
  readonly estimates: readonly Estimate[];
  private readonly displayed: Float64Array;
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  private readonly firstQuarter: number;

  constructor(peers: readonly Peer[]) {
    this.size = peers.length;
    this.fit = fitRandomEffects(peers.map(({ composite, variance }) => ({ value: composite, variance })));
    const estimates = peers.flatMap((peer) => this.estimate(peer) ?? []);
    this.estimates = estimates;
    this.displayed = Float64Array.from(estimates, ({ shown }) => shown).sort();
    this.lows = Float64Array.from(estimates, ({ low }) => low).sort();
    this.highs = Float64Array.from(estimates, ({ high }) => high).sort();
    this.firstQuarter = quantileOfSorted(this.displayed, 0.25) ?? 0;
  }

  /** True when the outlets differ by more than chance; otherwise no order is supported and everybody is tied. */
  get distinguishable(): boolean {
    return this.fit !== null && this.fit.tau2 > 0;
  }

  /** The composite shrunk toward the common mean, with its 95 % interval clamped to 0–100; null without peers. */
  estimate({ composite, variance }: Peer): Estimate | null {
    if (!this.fit) return null;
    const { estimate, sd } = shrink({ value: composite, variance }, this.fit);
    return {
      estimate,
      shown: displayRound(estimate),
      sd,
      low: Math.max(0, estimate - Z95 * sd),
      high: Math.min(100, estimate + Z95 * sd),
    };
  }

  /**
   * The standing of one of the peers; rank, ties and quarter are decided on displayed estimates. Best rank:
   * 1 + #{others whose low > my high}; worst: k − #{others whose high < my low}; never past the rank itself. Bottom
   * quarter: below the type-7 first quartile, so at most ⌈(k − 1)/4⌉ outlets.
   */
  standing({ shown, low, high }: Estimate): Standing {
    const place = placeOf(shown, this.displayed);
    return {
      ...place,
      rankBest: Math.min(place.rank, 1 + this.size - countUpTo(this.lows, high)),
      rankWorst: Math.max(place.rank, this.size - countBelow(this.highs, low)),
      bottomQuarter: shown < this.firstQuarter,
    };
  }
}

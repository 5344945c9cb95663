/** One source of an outlet's composite score. */
export interface CompositeSource<Id extends string = string> {
  id: Id;
  /** Nominal weight, 0 or more; sources are normalised. */
  weight: number;
  /** 0–100; null when there is none. */
  score: number | null;
  n?: number;
  /** Observations below which the source is missing. */
  minN?: number;
  ageDays?: number;
  /** Age above which the source is missing. */
  maxAgeDays?: number;
  /** 0–1, lowers the weight (formulas 2.12). Default 1. */
  credibility?: number;
}

export type CompositeStatus = 'ok' | 'partial' | 'insufficient';

export interface CompositeScore<Id extends string = string> {
  /** 0–100; null when coverage is insufficient. */
  composite: number | null;
  /** Nominal weight of usable sources / total nominal weight, 0–1. */
  coverage: number;
  status: CompositeStatus;
  /** Usable sources with their share of the composite; shares add up to 1. */
  used: { id: Id; score: number; share: number }[];
}

const EPSILON = 1e-9;

/**
 * The weighted mix of an outlet's sources (formulas 2.2; compare the OECD/JRC Handbook on Constructing Composite
 * Indicators): C = Σ(w·cred·s) / Σ(w·cred) over usable sources: present, n ≥ minN, not too old. Coverage below
 * `minCoverage` (default 0.6): null and `insufficient`; below 1: `partial`, because re-normalising can raise a score.
 * `cap` is a red line over the whole outlet.
 */
export function compositeScore<Id extends string>(
  sources: readonly CompositeSource<Id>[],
  options: { minCoverage?: number; cap?: number } = {},
): CompositeScore<Id> {
  const { minCoverage = 0.6, cap = 100 } = options;
  let total = 0;
  let present = 0;
  let weights = 0;
  const usable: { id: Id; score: number; weight: number }[] = [];
  for (const source of sources) {
    total += source.weight;
    if (source.score === null || !isUsable(source)) continue;
    const weight = source.weight * (source.credibility ?? 1);
    present += source.weight;
    weights += weight;
    usable.push({ id: source.id, score: source.score, weight });
  }
  const coverage = total > 0 ? present / total : 0;
  // Shares before points: a product with a tiny credibility would lose its digits.
  const used = usable.map(({ id, score, weight }) => ({ id, score, share: weights > 0 ? weight / weights : 0 }));
  const enough = weights > 0 && coverage >= minCoverage - EPSILON;
  return {
    composite: enough
      ? Math.min(
          used.reduce((sum, { score, share }) => sum + share * score, 0),
          cap,
        )
      : null,
    coverage,
    status: !enough ? 'insufficient' : coverage < 1 - EPSILON ? 'partial' : 'ok',
    used,
  };
}

function isUsable({ weight, n, minN, ageDays, maxAgeDays }: CompositeSource): boolean {
  if (weight <= 0) return false;
  if (minN !== undefined && n !== undefined && n < minN) return false;
  return ageDays === undefined || maxAgeDays === undefined || ageDays <= maxAgeDays;
}

export interface ComplaintCounts {
  /** Complaints by severity. */
  count: Readonly<Record<string, number>>;
  /** What one complaint of a severity counts, such as 1, 3, 10. */
  severityWeight: Readonly<Record<string, number>>;
  visits: number;
  /** Weighted complaints per 1,000 visits at which the score is 0. */
  zeroAtRate: number;
}

/**
 * Complaints as a score, 0–100 (formulas 2.2): r = 1000·Σ(count·weight) / visits, s = 100·max(0, 1 − r/zeroAtRate). Null
 * without visits.
 */
export function complaintScore({ count, severityWeight, visits, zeroAtRate }: ComplaintCounts): number | null {
  if (visits <= 0 || zeroAtRate <= 0) return null;
  const weighted = Object.entries(count).reduce((sum, [severity, n]) => sum + n * (severityWeight[severity] ?? 1), 0);
  return 100 * Math.max(0, 1 - (1000 * weighted) / visits / zeroAtRate);
}

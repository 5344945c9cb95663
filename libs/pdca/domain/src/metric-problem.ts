import type { Metric, StandardBody } from '@wheelhouse/contracts';

/** The part of a metric that does not fit, and what it named. */
export interface MetricProblem {
  field: 'sectionId' | 'itemId';
  what: string;
}

/** Whether a metric names a section or item that the standard does not have; null when it fits. Scores fit always. */
export function metricProblem(
  { kind, sectionId, itemId }: Metric,
  body: Pick<StandardBody, 'sections'> | null,
): MetricProblem | null {
  const sections = body?.sections ?? [];
  switch (kind) {
    case 'source_score':
      return null;
    case 'section_score':
      return sections.some((section) => section.id === sectionId)
        ? null
        : { field: 'sectionId', what: sectionId ?? '' };
    case 'item_pass_rate':
      return sections.some((section) => section.items.some((item) => item.id === itemId))
        ? null
        : { field: 'itemId', what: itemId ?? '' };
  }
}

/** A metric with only the part that its kind uses. */
export function normalMetric({ kind, source, sectionId, itemId }: Metric): Metric {
  if (kind === 'section_score') return { kind, source, sectionId };
  return kind === 'item_pass_rate' ? { kind, source, itemId } : { kind, source };
}

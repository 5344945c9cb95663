import type { Metric, StandardBody } from '@wheelhouse/contracts';
import { useFormat, useT } from '@wheelhouse/web-core';
import { objectiveTexts } from '../texts/objective.texts.js';

/** What a metric measures, in words; sections and items by their names in the cycle's standard. */
export function useMetricWords(standard: StandardBody | undefined) {
  const t = useT(objectiveTexts);
  const f = useFormat();
  return ({ kind, source, sectionId, itemId }: Metric): string => {
    const section = standard?.sections.find((one) => one.id === sectionId);
    const item = standard?.sections.flatMap((one) => one.items).find((one) => one.id === itemId);
    const what =
      kind === 'section_score' ? (section ? f.text(section) : (sectionId ?? '')) : item ? f.text(item) : (itemId ?? '');
    return t(`metric.${kind}`, { source: t(`sources.${source}`), what });
  };
}

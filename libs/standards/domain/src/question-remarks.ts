import type { StandardItem } from '@wheelhouse/contracts';
import type { FieldProblem } from '@wheelhouse/kernel';

/** Two things in one question: “and/or”, “and also”, “as well as”, two questions, two clauses. */
const DOUBLE = {
  en: /\band\/or\b|\band also\b|\bas well as\b|\?.*\?|;\s*(and|or)\b|\bboth\b.*\band\b/i,
  zh: /和\/或|及\/或|并且|以及是否|同时(?!间)|[?？].*[?？]|是否.*是否|[；;].*是否/,
};
/** A limit that would rather be measured: “within 15 seconds”, “at least 3”, 15 秒内. */
const FIGURE = {
  en: /\b(?:within|at least|at most|no more than|not more than|under|over|below|above|up to)\s+(?:\d|one|two|three|four|five|six|ten)\S*\s*(?:%|°|seconds?|minutes?|min\b|s\b|hours?|days?|times|metres?|meters?|cm\b|mm\b)/i,
  zh: /\d+\s*(?:秒|分钟|小时|天|日|℃|度|%|％|次|米|厘米|毫米)(?:以?内|以?上|以?下|之内)?/,
};

/**
 * Questions that cannot be acted on: two things asked at once, or yes/no where a figure is meant (a missed one does not
 * say by how much). Remarks only; the author decides.
 */
export function questionRemarks(at: string, item: StandardItem): FieldProblem[] {
  return (['en', 'zh'] as const).flatMap((language): FieldProblem[] => {
    const field = `${at}.${language}`;
    if (DOUBLE[language].test(item[language])) return [{ field, code: 'STANDARD.DOUBLE_QUESTION' }];
    if (item.type === 'yes_no' && FIGURE[language].test(item[language]))
      return [{ field, code: 'STANDARD.FIGURE_MEANT' }];
    return [];
  });
}

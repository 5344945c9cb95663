import type { Answers, AnswerValue, StandardBody, StandardItem } from '@wheelhouse/contracts';
import { allItems } from '@wheelhouse/standards-domain';

/** Answers that earn every point of a standard. */
export function fullAnswers(body: StandardBody): Answers {
  return Object.fromEntries(allItems(body).map((item) => [item.id, { value: best(item) }]));
}

function best(item: StandardItem): AnswerValue {
  switch (item.type) {
    case 'yes_no':
      return true;
    case 'scale':
      return item.scale?.max ?? 0;
    case 'sample':
      return { ok: item.sample?.size ?? 1, n: item.sample?.size ?? 1 };
    case 'numeric_max':
    case 'numeric_min':
      return item.numeric?.full_at ?? 0;
    case 'choice':
      return item.options?.find((option) => option.credit === 1)?.code ?? '';
  }
}

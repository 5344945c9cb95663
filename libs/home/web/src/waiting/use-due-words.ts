import { addDays, daysBetween } from '@wheelhouse/kernel';
import { useFormat, useT } from '@wheelhouse/web-core';
import { waitingTexts } from './waiting.texts.js';

/** A due day in the reader's words: `2 days late`, `today`, `by Friday`, `by 30 Nov`. */
export function useDueWords(today: string): (due: string) => string {
  const t = useT(waitingTexts);
  const f = useFormat();
  return (due) => {
    if (due < today) return t('late', { count: daysBetween(due, today) });
    if (due === today) return t('today');
    if (due === addDays(today, 1)) return t('tomorrow');
    if (due > addDays(today, 6)) return t('by', { day: f.shortDate(due) });
    return t('by', { day: f.weekday(new Date(`${due}T00:00:00Z`).getUTCDay() || 7).replace('星期', '周') });
  };
}

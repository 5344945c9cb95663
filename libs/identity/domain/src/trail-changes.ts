import { TRAIL_FIELDS, TRAIL_VALUES } from '@wheelhouse/contracts';
import { type Locale, type LocalizedText, localize } from '@wheelhouse/kernel';
import { type ChangedRow, rowsOfChange } from './rows-of-change.js';

/** What an entry of the trail changed, field by field and in words; what stayed is left out. */
export function trailChanges(
  { before, after, names }: { before: unknown; after: unknown; names: Record<string, LocalizedText> },
  locale: Locale,
): ChangedRow[] {
  const say = (value: unknown, field: string): string | null => {
    if (value === null) return '—';
    if (isLocalized(value)) return localize(value, locale);
    // A whole standard: its versions are compared on their own page.
    if (field === 'body' && typeof value === 'object')
      return locale === 'zh-CN' ? '（整份文档）' : '(the whole document)';
    if (typeof value === 'object') return null;
    const text = String(value);
    const words = TRAIL_VALUES[`${field}.${text}`] ?? TRAIL_VALUES[text] ?? names[text];
    return words ? localize(words, locale) : text;
  };
  return rowsOfChange(before, after, say).map((row) => ({ ...row, field: fieldWords(row.field, locale) }));
}

/** `grants[1].scopeKind` → “Role 1 · Reach”; a field that has no words is named as it is. */
function fieldWords(path: string, locale: Locale): string {
  return path
    .split('.')
    .map((part) => {
      const [, name = part, index] = /^(\w+)(?:\[(\d+)\])?$/.exec(part) ?? [];
      const words = TRAIL_FIELDS[name];
      return [words ? localize(words, locale) : name, index].filter(Boolean).join(' ');
    })
    .join(' · ');
}

const isLocalized = (value: unknown): value is LocalizedText =>
  typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'en,zh';

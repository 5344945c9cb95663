import { displayRound, localize, type Locale, type LocalizedText } from '@wheelhouse/kernel';

const NONE = '—';
const MINUS = '−';

/** What the formatters need to know about the reader. */
export interface Reader {
  locale: Locale;
  /** Zone in which instants are shown; days (`YYYY-MM-DD`) have none. Default: the device's. */
  timeZone?: string;
}

const intlLocale = (locale: Locale) => (locale === 'en' ? 'en-GB' : 'zh-CN');
const dayOf = (date: string) => new Date(`${date.slice(0, 10)}T00:00:00Z`);
const isDay = (value: string) => value.length === 10;
const trueMinus = (text: string) => text.replace(/^-/, MINUS);

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
function kept<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => T): T {
  const found = cache.get(key) as T | undefined;
  if (found) return found;
  const made = make();
  cache.set(key, made);
  return made;
}

/** Numbers, days and weeks as the reader writes them. Everything that is missing reads “—”. */
export function makeFormat({ locale, timeZone }: Reader) {
  const tag = intlLocale(locale);
  const zh = locale === 'zh-CN';
  const fixed = (digits: number) =>
    kept(
      `${tag}:n${digits}`,
      () => new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    );
  const dates = (value: string, options: Intl.DateTimeFormatOptions) => {
    const zone = isDay(value) ? 'UTC' : timeZone;
    const at = isDay(value) ? dayOf(value) : new Date(value);
    return kept(
      `${tag}:${zone}:${JSON.stringify(options)}`,
      () => new Intl.DateTimeFormat(tag, { ...options, timeZone: zone }),
    ).format(at);
  };
  const plain = (value: number | null | undefined, digits: number) =>
    value === null || value === undefined ? NONE : trueMinus(fixed(digits).format(displayRound(value, digits)));

  const format = {
    locale,
    /** A text in the reader's language. */
    text: (text: LocalizedText | null | undefined) => (text ? localize(text, locale) : NONE),
    /** A score 0–100, one decimal unless told otherwise. */
    score: (value: number | null | undefined, digits = 1) => plain(value, digits),
    number: (value: number | null | undefined, digits = 0) => plain(value, digits),
    /** A signed change with a real minus: `+1.3`, `−0.4`, `±0.0`. */
    change(value: number | null | undefined, digits = 1) {
      if (value === null || value === undefined) return NONE;
      const rounded = displayRound(Math.abs(value), digits);
      const sign = rounded === 0 ? '±' : value > 0 ? '+' : MINUS;
      return `${sign}${fixed(digits).format(rounded)}`;
    },
    /** A share 0–1 as percent. */
    percent: (share: number | null | undefined, digits = 0) =>
      share === null || share === undefined ? NONE : `${plain(share * 100, digits)}%`,
    /** Both ends of an interval: `66–79`. */
    interval: (low: number | null | undefined, high: number | null | undefined, digits = 0) =>
      low === null || low === undefined || high === null || high === undefined
        ? NONE
        : `${plain(low, digits)}–${plain(high, digits)}`,
    /** A day or an instant's day: `15 Nov 2026`, `2026年11月15日`. */
    date: (value: string | null | undefined) =>
      value ? dates(value, { day: 'numeric', month: zh ? 'long' : 'short', year: 'numeric' }) : NONE,
    /** Without the year: `15 Nov`, `11月15日`. */
    shortDate: (value: string | null | undefined) =>
      value ? dates(value, { day: 'numeric', month: zh ? 'long' : 'short' }) : NONE,
    /** `15 Nov 2026, 10:42` in the reader's zone. */
    dateTime: (value: string | null | undefined) =>
      value
        ? dates(value, {
            day: 'numeric',
            month: zh ? 'long' : 'short',
            year: 'numeric',
            hour: '2-digit',
            minute: '2-digit',
            hour12: false,
          })
        : NONE,
    time: (value: string | null | undefined) =>
      value ? dates(value, { hour: '2-digit', minute: '2-digit', hour12: false }) : NONE,
    /** Two days, both inside: `9–15 Nov`, `11月9日–15日`. The year stands where the two differ. */
    range(from: string, to: string) {
      const a = dayOf(from);
      const b = dayOf(to);
      const sameYear = a.getUTCFullYear() === b.getUTCFullYear();
      const sameMonth = sameYear && a.getUTCMonth() === b.getUTCMonth();
      if (!sameYear) return `${format.date(from)} – ${format.date(to)}`;
      if (!sameMonth)
        return zh
          ? `${format.shortDate(from)}–${format.shortDate(to)}`
          : `${format.shortDate(from)} – ${format.shortDate(to)}`;
      return zh ? `${format.shortDate(from)}–${b.getUTCDate()}日` : `${a.getUTCDate()}–${format.shortDate(to)}`;
    },
    /** `Week 46 (9–15 Nov)`, `第46周（11月9日–15日）`; without days when they are not given. */
    week(key: string, start?: string, end?: string) {
      const number = Number(key.slice(-2));
      const days = start && end ? format.range(start, end) : '';
      if (zh) return `第${number}周${days && `（${days}）`}`;
      return `Week ${number}${days && ` (${days})`}`;
    },
    /** A week on an axis: `W46`, `46周`. */
    weekShort: (key: string) => (zh ? `${Number(key.slice(-2))}周` : `W${Number(key.slice(-2))}`),
    /** `today`, `in 2 days`, `3 weeks ago`; from the reader's today unless told otherwise. */
    relativeDay(value: string | null | undefined, today: string = localToday(timeZone)) {
      if (!value) return NONE;
      const days = Math.round(
        (dayOf(isDay(value) ? value : localDay(new Date(value), timeZone)).getTime() - dayOf(today).getTime()) /
          86_400_000,
      );
      const words = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
      if (Math.abs(days) < 14) return words.format(days, 'day');
      if (Math.abs(days) < 60) return words.format(Math.round(days / 7), 'week');
      return Math.abs(days) < 730
        ? words.format(Math.round(days / 30.4), 'month')
        : words.format(Math.round(days / 365.25), 'year');
    },
    /** Name of an ISO weekday, 1 Monday … 7 Sunday. */
    weekday: (day: number) => dates(`2024-01-0${day}`, { weekday: 'long' }),
    list: (parts: string[]) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(parts),
  };
  return format;
}

export type Format = ReturnType<typeof makeFormat>;

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function localDay(at: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** Today in a zone. */
export function localToday(timeZone?: string): string {
  return localDay(new Date(), timeZone);
}

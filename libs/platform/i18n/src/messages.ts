import { ERROR_CATALOGUE, type FieldCode, FIELD_TEXTS } from '@wheelhouse/contracts';
import { localize, type Locale, type LocalizedText } from '@wheelhouse/kernel';

type Params = Record<string, string | number>;

/** Fills `{name}` from `params`; a name without a value stays visible, so that a forgotten one is found. */
export function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** What a person reads for an error code; null when the code is not in the catalogue. */
export function errorText(code: string, params: Params, locale: Locale): string | null {
  const entry = (ERROR_CATALOGUE as Record<string, LocalizedText>)[code];
  return entry ? fill(localize(entry, locale), params) : null;
}

/** What a person reads beside a field, which may be refused for the very reason of the whole; the code itself when it is unknown. */
export function fieldText(code: string, params: Params, locale: Locale): string {
  const entry = (FIELD_TEXTS as Record<string, LocalizedText>)[code === 'FIELD.RANGE' ? rangeText(params) : code];
  return entry ? fill(localize(entry, locale), params) : (errorText(code, params, locale) ?? code);
}

/** Stands for a bound that does not exist. */
const OPEN = '…';
const isDay = (value: string | number) => /^\d{4}-\d{2}-\d{2}/.test(String(value));

/** A range with one bound names only that one, and days are earlier and later, not more and less. */
function rangeText({ min = OPEN, max = OPEN }: Params): FieldCode {
  if (min !== OPEN && max === OPEN) return isDay(min) ? 'FIELD.RANGE.DAY_FROM' : 'FIELD.RANGE.FROM';
  if (max !== OPEN && min === OPEN) return isDay(max) ? 'FIELD.RANGE.DAY_TO' : 'FIELD.RANGE.TO';
  return 'FIELD.RANGE';
}

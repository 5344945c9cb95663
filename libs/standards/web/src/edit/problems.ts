import type { StandardBody } from '@wheelhouse/contracts';
import { FIELD_TEXTS } from '@wheelhouse/contracts';
import { localize, type FieldProblem } from '@wheelhouse/kernel';
import { checkPublishable } from '@wheelhouse/standards-domain';
import { useFormat, useLocale } from '@wheelhouse/web-core';
import { useMemo } from 'react';
import { shortItemId } from '../book/item-words.js';
import { placeOf } from './body-edits.js';

/** A place in the body and, in the reader's words, what is wrong there. */
export interface Flaw {
  field: string;
  message: string;
}

export interface Flaws {
  problems: Flaw[];
  warnings: Flaw[];
  /** The first problem at exactly this place. */
  at: (field: string) => string | undefined;
  /** The first remark at exactly this place. */
  remark: (field: string) => string | undefined;
  /** All messages at and below an item. */
  below: (field: string) => string[];
  /** All that is said about a section and its items, to see whether it changed. */
  section: (index: number) => string;
}

const isCode = (code: string): code is keyof typeof FIELD_TEXTS => Object.hasOwn(FIELD_TEXTS, code);

/** What keeps a body from being published and what its author should look at: the server's own check, at every change. */
export function useFlaws(body: StandardBody): Flaws {
  const locale = useLocale();
  return useMemo(() => {
    const worded = ({ field, code, params = {} }: FieldProblem): Flaw => ({
      field,
      message: isCode(code)
        ? localize(FIELD_TEXTS[code], locale).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
        : code,
    });
    const { problems, warnings } = checkPublishable(body);
    const result = { problems: problems.map(worded), warnings: warnings.map(worded) };
    const at = firsts(result.problems);
    const remarks = firsts(result.warnings);
    const items = new Map<string, Set<string>>();
    const sections = new Map<string, string>();
    for (const { field, message } of [...result.problems, ...result.warnings]) {
      const item = /^sections\[\d+\]\.items\[\d+\]/.exec(field)?.[0];
      if (item) items.set(item, (items.get(item) ?? new Set()).add(message));
      const section = /^sections\[\d+\]/.exec(field)?.[0] ?? '';
      sections.set(section, `${sections.get(section) ?? ''}${field} ${message}\n`);
    }
    return {
      ...result,
      at: (field) => at.get(field),
      remark: (field) => remarks.get(field),
      below: (field) => [...(items.get(field) ?? [])],
      section: (index) => sections.get(`sections[${index}]`) ?? '',
    };
  }, [body, locale]);
}

const firsts = (flaws: Flaw[]) => new Map(flaws.toReversed().map(({ field, message }) => [field, message]));

/** A problem's place as one says it: `C-04 Customer is greeted …`; nothing for what concerns the whole. */
export function useFlawPlace(body: StandardBody) {
  const f = useFormat();
  return (field: string): string => {
    const place = placeOf(field);
    const section = place.section === undefined ? undefined : body.sections[place.section];
    const item = place.item === undefined ? undefined : section?.items[place.item];
    if (item) return `${shortItemId(body.code, item.id)} ${f.text(item)}`;
    return section ? `${section.id} ${f.text(section)}` : '';
  };
}

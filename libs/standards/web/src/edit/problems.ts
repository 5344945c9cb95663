import type { StandardBody } from '@wheelhouse/contracts';
import { FIELD_TEXTS } from '@wheelhouse/contracts';
import { localize, type FieldProblem } from '@wheelhouse/kernel';
import { checkPublishable } from '@wheelhouse/standards-domain';
import { useLocale } from '@wheelhouse/web-core';
import { useMemo } from 'react';

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
  /** All messages at and below a place. */
  below: (field: string) => string[];
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
    const all = [...result.problems, ...result.warnings];
    return {
      ...result,
      at: (field) => result.problems.find((flaw) => flaw.field === field)?.message,
      remark: (field) => result.warnings.find((flaw) => flaw.field === field)?.message,
      below: (field) => [
        ...new Set(
          all
            .filter(
              (flaw) =>
                flaw.field === field || flaw.field.startsWith(`${field}.`) || flaw.field.startsWith(`${field}[`),
            )
            .map(({ message }) => message),
        ),
      ],
    };
  }, [body, locale]);
}

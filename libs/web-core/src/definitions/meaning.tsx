import { Definition, useFormat, useT } from '@wheelhouse/ui';
import type { ReactNode } from 'react';
import { definitionTexts } from './definition-texts.js';
import { EN } from './terms-en.js';

export type Term = keyof typeof EN;

export interface MeaningProps {
  of: Term;
  /** How many observations this figure rests on, where it is known. */
  n?: number | null;
  /** What the term's texts leave open, e.g. weeks. */
  values?: Record<string, string | number>;
  /** What is true of this one only: its group, its edition. */
  source?: ReactNode;
}

/** What a figure means, from the catalogue, inside a `Hint` or as a `Figure`'s definition. */
export function Meaning({ of, n, values, source }: MeaningProps) {
  const t = useT(definitionTexts);
  const f = useFormat();
  const counts = hasCount(of) ? t(`${of}.n`, values) : undefined;
  const count = n === undefined || n === null ? undefined : f.number(n);
  const rests = count && counts ? t('counted', { count, of: counts }) : (count ?? counts);
  return <Definition what={t(`${of}.what`, values)} formula={t(`${of}.formula`, values)} n={rests} source={source} />;
}

type Counted = { [T in Term]: 'n' extends keyof (typeof EN)[T] ? T : never }[Term];

const hasCount = (term: Term): term is Counted => 'n' in EN[term];

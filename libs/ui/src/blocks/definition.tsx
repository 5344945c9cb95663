import type { ReactNode } from 'react';
import { useT } from '../reader/texts.js';
import { uiTexts } from '../reader/ui-texts.js';

export interface DefinitionProps {
  /** What the figure says, in a sentence. */
  what: ReactNode;
  /** How it is computed: `good answers ÷ answers × 100`. */
  formula?: ReactNode;
  /** How many observations this figure rests on; words where a number alone would not say of what. */
  n?: ReactNode;
  /** Where it comes from: edition, standard version, scheme. */
  source?: ReactNode;
}

/** What a figure means, how it is computed, on how much it rests: the same order everywhere, inside a `Hint`. */
export function Definition({ what, formula, n, source }: DefinitionProps) {
  const t = useT(uiTexts);
  const rows = [
    { label: t('definition.formula'), value: formula },
    { label: t('definition.n'), value: n },
    { label: t('definition.source'), value: source },
  ].filter(({ value }) => value !== undefined && value !== null && value !== '');
  return (
    <span className="wh-definition">
      <span className="wh-definition__what">{what}</span>
      {rows.map(({ label, value }) => (
        <span key={label} className="wh-definition__row">
          <span className="wh-definition__label">{label}</span>
          <span>{value}</span>
        </span>
      ))}
    </span>
  );
}

import type { ReactNode } from 'react';
import { Hint } from '../blocks/hint.js';
import type { Tone } from '../blocks/tag.js';
import { useFormat } from '../reader/reader.js';
import { useT } from '../reader/texts.js';
import { uiTexts } from '../reader/ui-texts.js';

/** A score 0–100, or “—” with its meaning when nothing was applicable. */
export function ScoreText({
  value,
  digits = 1,
  tone,
}: {
  value: number | null | undefined;
  digits?: number;
  tone?: Tone;
}) {
  const f = useFormat();
  const t = useT(uiTexts);
  if (value === null || value === undefined)
    return (
      <span className="wh-muted" title={t('notScored')}>
        <span aria-hidden="true">—</span>
        <span className="wh-sr">{t('notScored')}</span>
      </span>
    );
  return (
    <span className={tone && tone !== 'neutral' ? `wh-nowrap wh-${tone}` : 'wh-nowrap'}>{f.score(value, digits)}</span>
  );
}

export interface ChangeProps {
  value: number | null | undefined;
  digits?: number;
  /** False: within the noise, shown without colour. */
  beyondNoise?: boolean;
  /** When less is better (overdue, red lines). */
  lessIsBetter?: boolean;
}

/** A signed change with its direction: `▲ +1.3`. Coloured only when it is more than noise. */
export function Change({ value, digits = 1, beyondNoise = true, lessIsBetter }: ChangeProps) {
  const f = useFormat();
  const t = useT(uiTexts);
  if (value === null || value === undefined) return <span className="wh-muted">—</span>;
  const up = value > 0;
  const flat = Math.abs(value) < 0.5 * 10 ** -digits;
  const tone = flat || !beyondNoise ? 'wh-muted' : up !== Boolean(lessIsBetter) ? 'wh-good' : 'wh-bad';
  return (
    <span className={`wh-nowrap ${tone}`} title={beyondNoise ? undefined : t('withinNoise')}>
      {!flat && <span aria-hidden="true">{up ? '▲' : '▼'} </span>}
      {f.change(value, digits)}
    </span>
  );
}

/** The number of audits behind a figure. */
export function Sample({ n }: { n: number }) {
  const t = useT(uiTexts);
  return (
    <span className="wh-muted wh-nowrap" title={t('sampleOf', { count: n })}>
      {t('sample', { count: n })}
    </span>
  );
}

export interface FigureProps {
  label: string;
  value: ReactNode;
  unit?: ReactNode;
  /** What it means and how it is computed; every figure has one. */
  definition: ReactNode;
  change?: number | null;
  beyondNoise?: boolean;
  lessIsBetter?: boolean;
  n?: number;
  /** Below the value, e.g. an interval or “3rd of 8 regions”. */
  note?: ReactNode;
  tone?: Tone;
  big?: boolean;
}

/** A number that says what it is: label, definition, change, sample. */
export function Figure({
  label,
  value,
  unit,
  definition,
  change,
  beyondNoise,
  lessIsBetter,
  n,
  note,
  tone,
  big,
}: FigureProps) {
  return (
    <div className={big ? 'wh-figure wh-figure--big' : 'wh-figure'} data-figure>
      <div className="wh-figure__label">
        {label}
        <Hint label={label}>{definition}</Hint>
      </div>
      <div className={`wh-figure__value${tone && tone !== 'neutral' ? ` wh-${tone}` : ''}`}>
        {value}
        {unit && <span className="wh-figure__unit">{unit}</span>}
      </div>
      {(change !== undefined || n !== undefined || note) && (
        <div className="wh-figure__note">
          {change !== undefined && <Change value={change} beyondNoise={beyondNoise} lessIsBetter={lessIsBetter} />}
          {n !== undefined && <Sample n={n} />}
          {note && <span>{note}</span>}
        </div>
      )}
    </div>
  );
}

/** Figures side by side. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className="wh-figures">{children}</div>;
}

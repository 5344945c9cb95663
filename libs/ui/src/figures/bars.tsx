import type { Tone } from '../blocks/tag.js';
import { useFormat } from '../reader/reader.js';
import { useT } from '../reader/texts.js';
import { uiTexts } from '../reader/ui-texts.js';

const colour = (tone: Tone) => (tone === 'neutral' ? 'var(--wh-neutral-mark)' : `var(--wh-${tone})`);

export interface ScoreBarProps {
  /** 0–`max`; null draws an empty track. */
  value: number | null;
  max?: number;
  tone?: Tone;
  /** A mark on the track: a target, the peers' mean. */
  mark?: number | null;
  height?: number;
  label?: string;
}

/** A value on a track from 0 to `max`. The number stands beside it as text; give `label` when it does not. */
export function ScoreBar({ value, max = 100, tone = 'accent', mark, height = 8, label }: ScoreBarProps) {
  const width = (v: number) => `${Math.max(0, Math.min(1, v / max)) * 100}%`;
  return (
    <svg
      width="100%"
      height={height}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      style={{ display: 'block', overflow: 'visible' }}
    >
      <rect width="100%" height={height} rx={height / 2} fill="var(--wh-sunken)" />
      {value !== null && value > 0 && <rect width={width(value)} height={height} rx={height / 2} fill={colour(tone)} />}
      {mark !== null && mark !== undefined && (
        <rect x={width(mark)} y={-3} width={2} height={height + 6} fill="var(--wh-ink)" />
      )}
    </svg>
  );
}

export interface IntervalBarProps {
  value: number | null;
  low: number | null;
  high: number | null;
  /** Ends of the scale: the same for all rows of a table, or bars lie. */
  min?: number;
  max?: number;
  /** Peers' mean or target: a thin line. */
  reference?: number | null;
  tone?: Tone;
  width?: number | string;
}

/** An estimate with its 95 % interval: a line from low to high and a dot. */
export function IntervalBar({
  value,
  low,
  high,
  min = 0,
  max = 100,
  reference,
  tone = 'accent',
  width = '100%',
}: IntervalBarProps) {
  const f = useFormat();
  const t = useT(uiTexts);
  if (value === null) return <span className="wh-muted">—</span>;
  const at = (v: number) => `${(Math.max(0, Math.min(1, (v - min) / (max - min))) * 100).toFixed(2)}%`;
  const label = t('interval', { value: f.score(value), low: f.score(low), high: f.score(high) });
  return (
    <span style={{ display: 'inline-block', width, minWidth: 72, paddingInline: 6, verticalAlign: 'middle' }}>
      <svg width="100%" height="16" role="img" aria-label={label} style={{ display: 'block', overflow: 'visible' }}>
        <title>{label}</title>
        <line x1="0" x2="100%" y1="8" y2="8" stroke="var(--wh-line)" strokeWidth="1" />
        {reference !== null && reference !== undefined && (
          <line
            x1={at(reference)}
            x2={at(reference)}
            y1="1"
            y2="15"
            stroke="var(--wh-neutral-mark)"
            strokeWidth="1"
            strokeDasharray="2 2"
          />
        )}
        {low !== null && high !== null && (
          <line
            x1={at(low)}
            x2={at(high)}
            y1="8"
            y2="8"
            stroke={colour(tone)}
            strokeOpacity="0.45"
            strokeWidth="5"
            strokeLinecap="round"
          />
        )}
        <circle cx={at(value)} cy="8" r="4.5" fill={colour(tone)} stroke="var(--wh-surface)" strokeWidth="1.5" />
      </svg>
    </span>
  );
}

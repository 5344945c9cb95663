import { useFormat } from '../reader/reader.js';
import { useT } from '../reader/texts.js';
import { uiTexts } from '../reader/ui-texts.js';

export interface SparklineProps {
  /** Oldest first; null is a gap. */
  values: (number | null)[];
  width?: number;
  height?: number;
  /** Fixed scale, so that rows compare; default: the values' own range, at least 4 points wide. */
  min?: number;
  max?: number;
  /** A faint band, e.g. control limits. */
  band?: { low: number; high: number };
}

/** A small line without axes; the last point is marked. Read aloud as first, last, lowest and highest. */
export function Sparkline({ values, width = 104, height = 28, min, max, band }: SparklineProps) {
  const f = useFormat();
  const t = useT(uiTexts);
  const known = values.filter((v): v is number => v !== null);
  if (known.length === 0) return <span className="wh-muted">—</span>;
  const lowest = Math.min(...known);
  const highest = Math.max(...known);
  const slack = Math.max(0, 4 - (highest - lowest)) / 2;
  const bottom = min ?? lowest - slack;
  const top = max ?? highest + slack;
  const pad = 4;
  const x = (i: number) => pad + (i * (width - 2 * pad)) / Math.max(1, values.length - 1);
  const y = (v: number) =>
    pad + (1 - (Math.max(bottom, Math.min(top, v)) - bottom) / (top - bottom || 1)) * (height - 2 * pad);
  let pen = 'M';
  const path = values
    .map((v, i) => {
      if (v === null) {
        pen = 'M';
        return '';
      }
      const step = `${pen}${x(i).toFixed(1)} ${y(v).toFixed(1)}`;
      pen = 'L';
      return step;
    })
    .join('');
  const lastIndex = values.findLastIndex((v) => v !== null);
  const last = values[lastIndex] as number;
  const label = t('trend', {
    first: f.score(known[0]),
    last: f.score(last),
    low: f.score(lowest),
    high: f.score(highest),
  });
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      style={{ display: 'inline-block', verticalAlign: 'middle' }}
    >
      <title>{label}</title>
      {band && (
        <rect
          x="0"
          width={width}
          y={y(band.high)}
          height={Math.max(1, y(band.low) - y(band.high))}
          fill="var(--wh-sunken)"
        />
      )}
      <path
        d={path}
        fill="none"
        stroke="var(--wh-ink-3)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x(lastIndex)} cy={y(last)} r="2.8" fill="var(--wh-accent-ink)" />
    </svg>
  );
}

import type { TrendPoint } from '@wheelhouse/contracts';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { texts } from '../texts/report.texts.js';
import { roundScale } from './rank-format.js';

const HEIGHT = 132;
const LEFT = 34;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 22;

interface Known extends TrendPoint {
  i: number;
  score: number;
}

/** Weeks with a score, in runs without a gap. */
function runsOf(points: readonly TrendPoint[]): Known[][] {
  const runs: Known[][] = [];
  let run: Known[] | null = null;
  points.forEach((point, i) => {
    if (point.score === null) run = null;
    else {
      if (!run) runs.push((run = []));
      run.push({ ...point, i, score: point.score });
    }
  });
  return runs;
}

/** The score of thirteen weeks as a line in its 95 % band; a week's figures on pointing, with arrow keys, and as a table. */
export function WeeksChart({ points }: { points: TrendPoint[] }) {
  const t = useT(texts);
  const f = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(480);
  const [at, setAt] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(220, entry.contentRect.width)));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);

  const runs = runsOf(points);
  const known = runs.flat();
  if (known.length === 0) return null;
  const lows = known.map((point) => point.low ?? point.score);
  const highs = known.map((point) => point.high ?? point.score);
  const { min, max, marks } = roundScale(Math.min(...lows), Math.max(...highs));
  const x = (i: number) => LEFT + (i * (width - LEFT - RIGHT)) / Math.max(1, points.length - 1);
  const y = (v: number) => TOP + (1 - (v - min) / (max - min)) * (HEIGHT - TOP - BOTTOM);
  const spot = (i: number, v: number) => `${x(i).toFixed(1)},${y(v).toFixed(1)}`;
  const words = (point: TrendPoint) =>
    t('chart.at', {
      week: f.week(point.period),
      score: f.score(point.score),
      interval: f.interval(point.low, point.high, 1),
      n: point.n,
    });
  const last = known.at(-1) as Known;
  const shown = points[at ?? last.i] ?? last;
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (!by) return;
    event.preventDefault();
    setAt((now) => Math.max(0, Math.min(points.length - 1, (now ?? last.i) + by)));
  };
  const every = width < 340 ? 6 : width < 520 ? 4 : 3;
  return (
    <figure className="rep-chart">
      <div
        ref={box}
        className="rep-chart__box"
        tabIndex={0}
        role="img"
        aria-label={`${t('chart.label', { first: f.score(known[0]?.score), last: f.score(last.score) })}. ${t('chart.hint')}`}
        onKeyDown={step}
        onBlur={() => setAt(null)}
        onPointerLeave={() => setAt(null)}
      >
        <svg width={width} height={HEIGHT} style={{ maxWidth: '100%' }} aria-hidden="true">
          {marks.map((mark) => (
            <g key={mark}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(mark)} y2={y(mark)} stroke="var(--wh-line)" />
              <text x={LEFT - 8} y={y(mark) + 4} textAnchor="end">
                {f.number(mark, mark % 1 ? 1 : 0)}
              </text>
            </g>
          ))}
          {runs.map((run) => (
            <g key={run[0]?.i}>
              <polygon
                className="rep-chart__band"
                points={[
                  ...run.map((point) => spot(point.i, point.high ?? point.score)),
                  ...[...run].reverse().map((point) => spot(point.i, point.low ?? point.score)),
                ].join(' ')}
              />
              <polyline className="rep-chart__line" points={run.map((point) => spot(point.i, point.score)).join(' ')} />
            </g>
          ))}
          {shown.score !== null && (
            <>
              {at !== null && (
                <line x1={x(at)} x2={x(at)} y1={TOP} y2={HEIGHT - BOTTOM} stroke="var(--wh-line-strong)" />
              )}
              <circle cx={x(at ?? last.i)} cy={y(shown.score)} r="4" className="rep-chart__dot" />
            </>
          )}
          {points.map((point, i) => (
            <g key={point.period}>
              {(points.length - 1 - i) % every === 0 && (
                <text
                  x={i === points.length - 1 ? width - 2 : x(i)}
                  y={HEIGHT - 5}
                  textAnchor={i === points.length - 1 ? 'end' : 'middle'}
                >
                  {f.weekShort(point.period)}
                </text>
              )}
              <rect
                x={x(i) - (width - LEFT - RIGHT) / 24}
                width={(width - LEFT - RIGHT) / 12}
                height={HEIGHT}
                fill="transparent"
                onPointerEnter={() => setAt(i)}
                onPointerDown={() => setAt(i)}
              />
            </g>
          ))}
        </svg>
      </div>
      <figcaption className="rep-chart__says" aria-live="polite">
        {words(shown)}
      </figcaption>
      <ChartTable points={points} />
    </figure>
  );
}

function ChartTable({ points }: { points: TrendPoint[] }) {
  const t = useT(texts);
  const f = useFormat();
  return (
    <table className="wh-sr">
      <caption>{t('chart.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('chart.week')}</th>
          <th scope="col">{t('chart.score')}</th>
          <th scope="col">{t('chart.interval')}</th>
          <th scope="col">{t('chart.n')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.period}>
            <th scope="row">{f.week(point.period)}</th>
            <td>{f.score(point.score)}</td>
            <td>{f.interval(point.low, point.high, 1)}</td>
            <td>{point.n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { NetworkHomeResponse, TrendPoint } from '@wheelhouse/contracts';
import { EChart, useIsPhone, type ChartPalette } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useCallback } from 'react';
import { networkTexts } from './network.texts.js';

/** At a desk the names of the lines stand side by side, on a phone one below the other. */
const DESK = { height: 220, below: 56, orient: 'horizontal' } as const;
const PHONE = { height: 272, below: 104, orient: 'vertical' } as const;

/** Thirteen weeks of the network, and of its best and worst region where there are several. */
export function TrendChart({ report }: { report: NonNullable<NetworkHomeResponse['report']> }) {
  const t = useT(networkTexts);
  const f = useFormat();
  const { height, below, orient } = useIsPhone() ? PHONE : DESK;
  const weeks = report.head.trend.map(({ period }) => period);
  const along = (trend: readonly TrendPoint[]) => {
    const scores = new Map(trend.map(({ period, score }) => [period, score]));
    return weeks.map((week) => scores.get(week) ?? null);
  };
  const lines = [
    { name: t('network'), values: along(report.head.trend) },
    ...(report.best ? [{ name: t('best', { name: f.text(report.best.name) }), values: along(report.best.trend) }] : []),
    ...(report.worst
      ? [{ name: t('worst', { name: f.text(report.worst.name) }), values: along(report.worst.trend) }]
      : []),
  ];
  const labels = weeks.map((week) => f.weekShort(week));
  const drawing = JSON.stringify({ labels, lines });
  const option = useCallback(
    (palette: ChartPalette) => {
      const given = JSON.parse(drawing) as { labels: string[]; lines: { name: string; values: (number | null)[] }[] };
      const known = given.lines.flatMap(({ values }) => values.flatMap((value) => value ?? []));
      const colors = [palette.accent, palette.series[2] ?? palette.ink2, palette.series[1] ?? palette.ink3];
      return {
        grid: { left: 36, right: 12, top: 12, bottom: below },
        legend: {
          bottom: 0,
          left: 0,
          orient,
          itemGap: orient === 'vertical' ? 8 : 16,
          textStyle: { width: 260, overflow: 'truncate' },
        },
        tooltip: {
          trigger: 'axis',
          valueFormatter: (value: number | null) => (value == null ? '—' : value.toFixed(1)),
        },
        xAxis: { type: 'category', data: given.labels, boundaryGap: false },
        yAxis: {
          type: 'value',
          ...roundAxis(known),
        },
        series: given.lines.map(({ name, values }, i) => ({
          name,
          type: 'line',
          data: values,
          showSymbol: false,
          symbol: ['circle', 'triangle', 'rect'][i],
          color: colors[i],
          lineStyle: { width: i === 0 ? 3 : 1.8, type: ['solid', 'dashed', 'dotted'][i] },
        })),
      };
    },
    [drawing, below, orient],
  );
  return (
    <EChart
      label={t('chart')}
      height={height}
      option={option}
      table={{
        columns: [{ title: t('week') }, ...lines.map(({ name }) => ({ title: name, numeric: true }))],
        rows: weeks.map((week, i) => [f.week(week), ...lines.map(({ values }) => f.score(values[i]))]),
      }}
    />
  );
}

/** Round ends and marks that hold the values, at most five of them. */
function roundAxis(known: number[]): { min: number; max: number; interval: number } {
  const [low, high] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 100];
  const interval = [1, 2, 5, 10, 25].find((step) => (high - low) / step <= 3) ?? 50;
  const min = Math.max(0, Math.floor(low / interval) * interval);
  return { min, max: Math.min(100, Math.max(min + interval, Math.ceil(high / interval) * interval)), interval };
}

import { EChart, type ChartPalette } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useCallback } from 'react';
import { designTexts } from './design.texts.js';
import { Example, Examples } from './example.js';
import { HEAT, PARETO, REGIONS, SECTIONS, TREND } from './samples.js';

/** The four drawings of the product, each with its table. */
export function Charts() {
  return (
    <Examples>
      <LineWithBand />
      <TwoLines />
      <Pareto />
      <Heatmap />
    </Examples>
  );
}

function LineWithBand() {
  const t = useT(designTexts);
  const f = useFormat();
  const option = useCallback(
    (p: ChartPalette) => ({
      grid: { left: 40, right: 16, top: 16, bottom: 28 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: TREND.map(({ week }) => f.weekShort(week)) },
      yAxis: { type: 'value', min: 82, max: 86 },
      series: [
        band(TREND.map(({ low }) => low)),
        { ...band(TREND.map(({ low, high }) => high - low)), areaStyle: { color: p.accent, opacity: 0.14 } },
        { type: 'line', name: t('score'), data: TREND.map(({ value }) => value) },
      ],
    }),
    [t, f],
  );
  return (
    <Example name="EChart line, band">
      <EChart
        height={220}
        label={t('line')}
        option={option}
        table={{
          columns: [
            { title: t('week') },
            { title: t('score'), numeric: true },
            { title: t('low'), numeric: true },
            { title: t('high'), numeric: true },
          ],
          rows: TREND.map((row) => [f.week(row.week), f.score(row.value), f.score(row.low), f.score(row.high)]),
        }}
      />
    </Example>
  );
}

/** A line that is not drawn: the lower end of a band, or what lies above it. */
const band = (data: number[]) => ({
  type: 'line',
  stack: 'band',
  silent: true,
  symbol: 'none',
  lineStyle: { opacity: 0 },
  tooltip: { show: false },
  data,
});

function TwoLines() {
  const t = useT(designTexts);
  const f = useFormat();
  const option = useCallback(
    () => ({
      grid: { left: 40, right: 16, top: 40, bottom: 28 },
      legend: { top: 0, left: 0 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: TREND.map(({ week }) => f.weekShort(week)) },
      yAxis: { type: 'value', min: 82, max: 88 },
      series: [
        { type: 'line', name: t('east'), data: TREND.map(({ other }) => other) },
        { type: 'line', name: t('north'), data: TREND.map(({ value }) => value) },
      ],
    }),
    [t, f],
  );
  return (
    <Example name="EChart line, series">
      <EChart
        height={220}
        label={t('regions')}
        option={option}
        table={{
          columns: [{ title: t('week') }, { title: t('east'), numeric: true }, { title: t('north'), numeric: true }],
          rows: TREND.map((row) => [f.week(row.week), f.score(row.other), f.score(row.value)]),
        }}
      />
    </Example>
  );
}

function Pareto() {
  const t = useT(designTexts);
  const f = useFormat();
  const option = useCallback(
    (p: ChartPalette) => ({
      grid: { left: 40, right: 44, top: 16, bottom: 28 },
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'category',
        data: PARETO.map(({ item }) => t(`items.${item}`)),
        axisLabel: { interval: 0, overflow: 'truncate', width: 72 },
      },
      yAxis: [
        { type: 'value' },
        { type: 'value', min: 0, max: 100, splitLine: { show: false }, axisLabel: { formatter: '{value}%' } },
      ],
      series: [
        {
          type: 'bar',
          name: t('findings'),
          barWidth: '56%',
          data: PARETO.map(({ count }) => count),
          itemStyle: { color: p.neutral },
        },
        { type: 'line', name: t('share'), yAxisIndex: 1, data: PARETO.map(({ share }) => Math.round(share * 100)) },
      ],
    }),
    [t],
  );
  return (
    <Example name="EChart bar, Pareto">
      <EChart
        height={220}
        label={t('pareto')}
        option={option}
        table={{
          columns: [
            { title: t('item') },
            { title: t('findings'), numeric: true },
            { title: t('share'), numeric: true },
          ],
          rows: PARETO.map((row) => [t(`items.${row.item}`), f.number(row.count), f.percent(row.share)]),
        }}
      />
    </Example>
  );
}

function Heatmap() {
  const t = useT(designTexts);
  const f = useFormat();
  const option = useCallback(
    (p: ChartPalette) => ({
      grid: { left: 64, right: 8, top: 8, bottom: 28 },
      xAxis: { type: 'category', data: SECTIONS.map((one) => t(`sections.${one}`)) },
      yAxis: { type: 'category', inverse: true, data: REGIONS.map((one) => t(one)), axisLine: { show: false } },
      visualMap: {
        type: 'piecewise',
        show: false,
        min: 65,
        max: 95,
        splitNumber: 5,
        inRange: { color: [...p.ramp].reverse() },
      },
      series: [
        {
          type: 'heatmap',
          label: { show: true },
          itemStyle: { borderColor: p.surface, borderWidth: 2 },
          data: HEAT.flatMap((row, y) =>
            row.map((value, x) => ({ value: [x, y, value], label: { color: value <= 77 ? p.onRamp : p.ink } })),
          ),
        },
      ],
    }),
    [t],
  );
  return (
    <Example name="EChart heatmap">
      <EChart
        height={220}
        label={t('heat')}
        option={option}
        table={{
          columns: [{ title: t('outlet') }, ...SECTIONS.map((one) => ({ title: t(`sections.${one}`), numeric: true }))],
          rows: HEAT.map((row, y) => [t(REGIONS[y] ?? 'east'), ...row.map((value) => f.score(value))]),
        }}
      />
    </Example>
  );
}

import type { Effect, ObjectiveResponse } from '@wheelhouse/contracts';
import { EChart, type ChartPalette } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useCallback } from 'react';
import { objectiveTexts } from '../texts/objective.texts.js';
import { figureText, unitOf } from './effect-sentence.js';
import { weekIndexOf } from './week-index.js';

/** The metric week by week, with the first day of Do and the target. */
export function TrendChart({
  objective,
  trend,
  doFrom,
}: {
  objective: ObjectiveResponse;
  trend: Effect['trend'];
  doFrom: string | null;
}) {
  const t = useT(objectiveTexts);
  const f = useFormat();
  const unit = unitOf(objective.metric);
  const { target } = objective;
  const begins = doFrom
    ? weekIndexOf(
        doFrom,
        trend.map((week) => week.period),
      )
    : -1;
  const option = useCallback(
    (p: ChartPalette) => {
      const values = trend.flatMap((week) => (week.value === null ? [] : [week.value]));
      const low = Math.min(target ?? 100, ...values);
      const high = Math.max(target ?? 0, ...values);
      const lines = [
        ...(target === null
          ? []
          : [
              {
                yAxis: target,
                lineStyle: { color: p.good, type: 'dashed' },
                label: {
                  formatter: `${t('target')} ${figureText(target, unit)}`,
                  position: 'insideStartTop',
                  color: p.ink2,
                },
              },
            ]),
        ...(begins < 0
          ? []
          : [
              {
                xAxis: begins,
                lineStyle: { color: p.ink3, type: 'solid' },
                label: { formatter: t('effect.start'), position: 'insideEndTop', rotate: 0, color: p.ink2 },
              },
            ]),
      ];
      return {
        grid: { left: 44, right: 16, top: 24, bottom: 26 },
        tooltip: {
          trigger: 'axis',
          formatter: (params: { dataIndex: number }[]) => {
            const week = trend[params[0]?.dataIndex ?? 0];
            return week ? `${f.week(week.period)}: ${figureText(week.value, unit)} (n = ${week.n})` : '';
          },
        },
        xAxis: { type: 'category', data: trend.map((week) => f.weekShort(week.period)) },
        yAxis: {
          type: 'value',
          min: Math.max(0, Math.floor((low - 3) / 10) * 10),
          max: Math.min(100, Math.ceil((high + 3) / 10) * 10),
          axisLabel: { formatter: (value: number) => figureText(value, unit).replace('.0', '') },
        },
        series: [
          {
            type: 'line',
            data: trend.map((week) => week.value),
            symbol: 'circle',
            markLine: { symbol: 'none', silent: true, data: lines },
          },
        ],
      };
    },
    [trend, target, begins, unit, t, f],
  );
  return (
    <div>
      <h4 className="pdca-subtitle">{t('effect.trend')}</h4>
      <EChart
        height={220}
        label={t('effect.trendLabel', { name: f.text(objective.name) })}
        option={option}
        table={{
          columns: [
            { title: t('effect.week') },
            { title: t('effect.value'), numeric: true },
            { title: t('effect.n'), numeric: true },
          ],
          rows: trend.map((week) => [f.week(week.period), figureText(week.value, unit), week.n]),
        }}
      />
    </div>
  );
}

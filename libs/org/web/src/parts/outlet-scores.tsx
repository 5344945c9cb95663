import type { OutletScoresResponse } from '@wheelhouse/contracts';
import { EChart, EmptyState, Hint, Section, Skeleton } from '@wheelhouse/ui';
import { Failed, useApi, useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { type ComponentProps, useCallback } from 'react';
import { outletTexts } from '../outlet.texts.js';

const WEEKS = 26;
/** Told apart by form too, not by colour alone. */
const SYMBOLS = ['circle', 'rect', 'triangle'];
const AGREE_WITHIN = 0.05;

/** What each source said, week by week, and how far self-checks lie from audits. */
export function OutletScores({ outletId }: { outletId: string }) {
  const t = useT(outletTexts);
  const query = useApi<OutletScoresResponse>(`/outlets/${outletId}/scores`, { weeks: WEEKS });
  const scored = query.data?.sources.some(({ n }) => n > 0);
  return (
    <Section
      title={
        <>
          {t('scores')}{' '}
          <Hint label={t('scores')}>
            <Meaning of="sourceScores" />
          </Hint>
        </>
      }
      lead={t('scoresLead', { count: WEEKS })}
    >
      {query.error ? (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton height={300} />
      ) : scored ? (
        <ScoreChart scores={query.data} />
      ) : (
        <EmptyState icon="chart" title={t('scoresNone')} text={t('scoresNoneText')} />
      )}
    </Section>
  );
}

function ScoreChart({ scores }: { scores: OutletScoresResponse }) {
  const t = useT(outletTexts);
  const f = useFormat();
  const sources = scores.sources.filter(({ n }) => n > 0);
  const option = useCallback<ComponentProps<typeof EChart>['option']>(
    (palette) => {
      const shown = scores.sources.filter(({ n }) => n > 0);
      const means = shown.flatMap(({ points }) => points.flatMap((point) => (point ? [point.mean] : [])));
      return {
        color: palette.series,
        legend: { top: 0, left: 0, textStyle: { color: palette.ink2 }, itemGap: 16 },
        grid: { left: 34, right: 12, top: 40, bottom: 24 },
        tooltip: {
          trigger: 'axis',
          valueFormatter: (value: unknown) => (typeof value === 'number' ? f.score(value) : '—'),
        },
        xAxis: {
          type: 'category',
          data: scores.weeks.map(({ key }) => f.weekShort(key)),
          axisLabel: { color: palette.ink3, hideOverlap: true },
        },
        yAxis: {
          type: 'value',
          min: Math.max(0, Math.floor((Math.min(...means) - 5) / 10) * 10),
          max: 100,
          axisLabel: { color: palette.ink3 },
          splitLine: { lineStyle: { color: palette.line } },
        },
        series: shown.map(({ source, points }, i) => ({
          type: 'line',
          name: t(`sources.${source}`),
          data: points.map((point) => point?.mean ?? null),
          connectNulls: true,
          symbol: SYMBOLS[i % SYMBOLS.length],
          symbolSize: 7,
          lineStyle: { width: source === 'audit' ? 2.5 : 1.5, type: source === 'self_check' ? 'dashed' : 'solid' },
        })),
      };
    },
    [scores, f, t],
  );
  return (
    <div className="wh-stack">
      {scores.gap && <Gap gap={scores.gap} />}
      <EChart
        label={t('scoresLabel')}
        option={option}
        table={{
          columns: [
            { title: t('week') },
            ...sources.map(({ source }) => ({ title: t(`sources.${source}`), numeric: true })),
          ],
          rows: scores.weeks
            .map(({ key, start, end }, i) => [
              f.week(key, start, end),
              ...sources.map(({ points }) => {
                const point = points[i];
                return point ? `${f.score(point.mean)} (n = ${point.n})` : '—';
              }),
            ])
            .reverse(),
        }}
      />
    </div>
  );
}

function Gap({ gap }: { gap: NonNullable<OutletScoresResponse['gap']> }) {
  const t = useT(outletTexts);
  const f = useFormat();
  const points = f.number(Math.abs(gap.bias), 1);
  const way = Math.abs(gap.bias) < AGREE_WITHIN ? 'gapNone' : gap.bias > 0 ? 'gapOver' : 'gapUnder';
  return (
    <p>
      {t(way, { points })} <span className="wh-muted">{t('gapWeeks', { count: gap.weeks })}</span>{' '}
      <Hint label={t('gap')}>
        <Meaning of="selfCheckGap" source={t('gapWeeks', { count: gap.weeks })} />
      </Hint>
    </p>
  );
}

import type { MyRankingResponse, RankingRow } from '@wheelhouse/contracts';
import { ButtonLink, Figure, Figures, IntervalBar, Notice, Section, SkeletonFigures } from '@wheelhouse/ui';
import { Failed, useApi, useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { outletTexts } from '../outlet.texts.js';

/** The newest composite score with its interval, the rank among peers with its range, and the last visit. */
export function OutletStanding({ outletId }: { outletId: string }) {
  const t = useT(outletTexts);
  const f = useFormat();
  const query = useApi<MyRankingResponse>('/reports/standings', { outletIds: outletId });
  const { data } = query;
  const row = data?.rows[0];
  return (
    <Section
      title={t('standing')}
      lead={
        row &&
        data?.period &&
        t('standingWeek', {
          period: data.period,
          start: f.shortDate(data.periodStart ?? ''),
          end: f.shortDate(data.periodEnd ?? ''),
        })
      }
      actions={row && <ButtonLink to="/reports">{t('report')}</ButtonLink>}
    >
      {query.error ? (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      ) : !data ? (
        <SkeletonFigures />
      ) : row ? (
        <Standing row={row} period={data.period ?? ''} />
      ) : (
        <p className="wh-muted">{t('noStanding')}</p>
      )}
    </Section>
  );
}

function Standing({ row, period }: { row: RankingRow; period: string }) {
  const t = useT(outletTexts);
  const f = useFormat();
  const score = row.estimate ?? row.score;
  const weeks = row.weeksSinceVisit;
  const ranked = row.rank !== null;
  const change = row.rankChange ?? 0;
  return (
    <div className="wh-stack">
      <Figures>
        <Figure
          big
          label={t('score')}
          value={f.score(score)}
          change={row.change ?? undefined}
          beyondNoise={row.beyondNoise}
          n={row.n}
          note={
            row.low !== null && row.high !== null && t('interval', { low: f.score(row.low), high: f.score(row.high) })
          }
          definition={<Meaning of="estimate" n={row.n} source={period} />}
        />
        <Figure
          label={t('rank')}
          value={
            ranked ? t(row.tied ? 'rankTied' : 'rankValue', { rank: row.rank ?? '', peers: row.peers }) : t('notRanked')
          }
          note={
            ranked
              ? [
                  t('rankRange', { best: row.rankBest ?? '', worst: row.rankWorst ?? '' }),
                  change !== 0 && t(change > 0 ? 'rankChange_up' : 'rankChange_down', { count: Math.abs(change) }),
                ]
                  .filter(Boolean)
                  .join(' · ')
              : row.apartReason && t(`reasons.${row.apartReason}`)
          }
          definition={
            <Meaning
              of="rank"
              n={ranked ? row.peers : null}
              source={[f.text(row.peerGroupName), period].filter(Boolean).join(' · ')}
            />
          }
        />
        <Figure
          label={t('visit')}
          value={weeks === null ? t('visitNever') : weeks === 0 ? t('visitNow') : t('visitWeeks', { count: weeks })}
          definition={<Meaning of="lastVisit" source={period} />}
        />
      </Figures>
      {score !== null && <IntervalBar value={score} low={row.low} high={row.high} min={40} />}
      {row.redLines.length > 0 && <Notice tone="bad">{t('redLines', { count: row.redLines.length })}</Notice>}
    </div>
  );
}

import type { MyRankingResponse, RankingRow } from '@wheelhouse/contracts';
import {
  ButtonLink,
  Change,
  EmptyState,
  Figure,
  Figures,
  List,
  ListRow,
  ScoreText,
  Section,
  SkeletonRows,
} from '@wheelhouse/ui';
import { Failed, useApi, useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { useStandingWords } from '../outlet/use-standing-words.js';
import { reportTexts } from './report.texts.js';

const SHOWN = 5;

/** For whom no edition is made (an area's supervisor): the own outlets in the network's ranking, the worst first. */
export function AreaSection() {
  const t = useT(reportTexts);
  const f = useFormat();
  const words = useStandingWords();
  const mine = useApi<MyRankingResponse>('/reports/mine');
  if (mine.error) return <Failed error={mine.error} onRetry={() => void mine.refetch()} />;
  if (mine.isPending)
    return (
      <Section flush>
        <SkeletonRows rows={SHOWN} />
      </Section>
    );
  const { period, periodStart, periodEnd, rows } = mine.data;
  if (period === null || rows.length === 0)
    return (
      <Section>
        <EmptyState icon="chart" title={t('none')} action={<ButtonLink to="/reports">{t('openAll')}</ButtonLink>} />
      </Section>
    );
  const worst = rows.toSorted((a, b) => weight(b) - weight(a)).slice(0, SHOWN);
  const count = (test: (row: RankingRow) => boolean) => f.number(rows.filter(test).length);
  return (
    <Section
      title={t('areaTitle', { week: f.week(period, periodStart ?? undefined, periodEnd ?? undefined) })}
      lead={t('areaLead')}
      actions={
        <ButtonLink variant="quiet" to="/reports">
          {t('all', { count: rows.length })}
        </ButtonLink>
      }
      flush
    >
      <div className="home-pad">
        <Figures>
          <Figure
            label={t('ranked')}
            definition={<Meaning of="ranked" n={rows.length} />}
            value={t('rankedOf', { ranked: count(({ rank }) => rank !== null), outlets: rows.length })}
          />
          <Figure
            label={t('redLine')}
            definition={<Meaning of="redLineOutlets" />}
            value={count(({ redLines }) => redLines.length > 0)}
          />
          <Figure
            label={t('fell')}
            definition={<Meaning of="fellBeyondNoise" />}
            value={count(({ change, beyondNoise }) => beyondNoise && (change ?? 0) < 0)}
          />
        </Figures>
      </div>
      <List label={t('areaTitle', { week: f.week(period) })}>
        {worst.map((row) => (
          <ListRow
            key={row.outletId}
            title={f.text(row.name)}
            sub={<span className={row.listing === 'failed_red_line' ? 'wh-bad' : undefined}>{words(row)}</span>}
            end={
              <span className="home-figure">
                <strong>
                  <ScoreText value={row.estimate} />
                </strong>{' '}
                {row.change !== null && <Change value={row.change} beyondNoise={row.beyondNoise} />}
              </span>
            }
            to={`/outlets/${row.outletId}`}
          />
        ))}
      </List>
    </Section>
  );
}

/** Red line, then the lowest place among the own peers, then what is not ranked. */
function weight({ listing, rank, peers }: RankingRow): number {
  if (listing === 'failed_red_line') return 3;
  return rank === null ? 0 : 1 + rank / Math.max(rank, peers, 1);
}

import type { HomeResponse, MyRankingResponse, RankingRow } from '@wheelhouse/contracts';
import { Change, Hint, List, ListRow, ScoreText, Section, SkeletonRows } from '@wheelhouse/ui';
import { Failed, useApi, useFormat, useT } from '@wheelhouse/web-core';
import { homeTexts } from './home.texts.js';
import { openPlaces, placeText, rowsOf } from './standing.js';

/** Where each own outlet stands in the newest edition, a line each. Nothing before there is an edition. */
export function StandingSection({ outlets }: { outlets: HomeResponse['outlets'] }) {
  const t = useT(homeTexts);
  const f = useFormat();
  const mine = useApi<MyRankingResponse>('/reports/mine');
  if (mine.error) return <Failed error={mine.error} onRetry={() => void mine.refetch()} />;
  if (mine.isPending)
    return (
      <Section flush>
        <SkeletonRows rows={Math.min(outlets.length, 3)} />
      </Section>
    );
  const { period, periodStart, periodEnd } = mine.data;
  const rows = rowsOf(mine.data.rows, outlets);
  if (period === null || rows.length === 0) return null;
  return (
    <Section
      title={t('standing', { count: rows.length })}
      lead={
        <>
          {f.week(period, periodStart ?? undefined, periodEnd ?? undefined)}{' '}
          <Hint label={t('estimate')}>{t('estimateHint')}</Hint>
        </>
      }
      flush
    >
      <List label={t('standing', { count: rows.length })}>
        {rows.map((row) => (
          <Standing key={row.outletId} row={row} />
        ))}
      </List>
    </Section>
  );
}

function Standing({ row }: { row: RankingRow }) {
  const f = useFormat();
  const reason = useApartReason();
  const place = usePlace();
  return (
    <ListRow
      title={f.text(row.name)}
      sub={
        row.listing === 'ranked' ? (
          place(row)
        ) : (
          <span className={row.listing === 'failed_red_line' ? 'wh-bad' : undefined}>{reason(row)}</span>
        )
      }
      end={
        <span className="au-standing">
          <strong>
            <ScoreText value={row.estimate} />
          </strong>
          {row.change !== null && <Change value={row.change} beyondNoise={row.beyondNoise} />}
        </span>
      }
      to="/reports"
    />
  );
}

/** `18th of 41 (range 11–27)`. */
function usePlace() {
  const t = useT(homeTexts);
  const f = useFormat();
  return (row: RankingRow): string => {
    if (row.rank === null) return '';
    const values = { place: placeText(row.rank, f.locale), peers: row.peers };
    const range = openPlaces(row);
    return range === null ? t('standingPlace', values) : t('standingRange', { ...values, range });
  };
}

/** Why an outlet has no place, in words. */
function useApartReason() {
  const t = useT(homeTexts);
  const f = useFormat();
  return ({ apartReason, coverage, n, redLines, sources }: RankingRow): string => {
    switch (apartReason) {
      case 'min_sample':
        return t('apart.min_sample', { count: n });
      case 'insufficient':
        return t('apart.insufficient', { coverage: f.percent(coverage) });
      case 'partial': {
        const missing = sources.filter(({ share }) => share === 0).map(({ source }) => t(`apart.sources.${source}`));
        return t('apart.partial', { sources: f.list(missing) });
      }
      case 'red_line':
        return t('apart.red_line', { count: redLines.length });
      case 'no_audit':
        return t('apart.no_audit');
      case null:
        return t('apart.other');
    }
  };
}

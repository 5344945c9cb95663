import { COVERAGE_SHOWS, type CoverageResponse, SCORE_SOURCES } from '@wheelhouse/contracts';
import { localDay, useIsPhone } from '@wheelhouse/ui';
import { parseWeek, shiftWeek, type Weekday } from '@wheelhouse/kernel';
import {
  Button,
  EmptyState,
  List,
  ListRow,
  NativeSelect,
  Page,
  PageHeader,
  Section,
  SkeletonRows,
} from '@wheelhouse/ui';
import { Failed, useApi, useApiPages, useFilters, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { Explained } from '@wheelhouse/web-core/definitions';
import { Link } from 'react-router';
import { coverageTexts } from '../network/coverage.texts.js';
import '../home.css';

const TERMS = { due: 'weekDue', missed: 'weekMissed', audits: 'weekAudits' } as const;

/** The outlets behind a week's coverage: due, audited, not audited, missed; week, source and group stand in the address. */
export function CoveragePage() {
  const t = useT(coverageTexts);
  const f = useFormat();
  const { tenant } = useSession();
  const phone = useIsPhone();
  const [filters, set] = useFilters({ week: '', source: '', show: 'all' });
  const query = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
  const list = useApiPages<CoverageResponse['items'][number]>('/home/coverage', query);
  const head = useApi<CoverageResponse>('/home/coverage', { ...query, limit: 1 }, { keep: true });
  const coverage = head.data?.coverage;
  const week = coverage && parseWeek(coverage.period, (tenant?.weekStart ?? 1) as Weekday);
  const step = (by: number) => week && set({ week: shiftWeek(week, by, (tenant?.weekStart ?? 1) as Weekday).key });
  const named = ({ period, start, end }: CoverageResponse['coverage']) => f.week(period, start, end);
  const running = coverage ? coverage.end >= localDay(new Date(), tenant?.timeZone) : true;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        back={{ to: '/', label: t('back') }}
        lead={
          coverage
            ? t('lead', {
                week: coverage.over ? named(coverage) : t('sofar', { week: named(coverage) }),
                open: f.number(coverage.open),
                audited: f.number(coverage.audited),
              })
            : '\u00a0'
        }
        actions={
          <>
            <Button icon="left" aria-label={t('earlier')} onClick={() => step(-1)} disabled={!week} />
            <Button icon="right" aria-label={t('later')} onClick={() => step(1)} disabled={!week || running} />
          </>
        }
      />
      <div className="home-coverfilters">
        <NativeSelect
          aria-label={t('show')}
          value={filters.show}
          onChange={(e) => set({ show: e.target.value })}
          options={COVERAGE_SHOWS.map((value) => ({ value, label: t(`shows.${value}`) }))}
        />
        <NativeSelect
          aria-label={t('source')}
          value={filters.source}
          placeholder={t('allSources')}
          onChange={(e) => set({ source: e.target.value })}
          options={SCORE_SOURCES.map((value) => ({ value, label: t(`sources.${value}`) }))}
        />
      </div>
      {list.error && !list.rows ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Section
          title={
            // A table's heads explain themselves.
            list.total === undefined ? (
              t(`shows.${filters.show as (typeof COVERAGE_SHOWS)[number]}`)
            ) : phone ? (
              <Explained label={t('found', { count: list.total })} of="coverageBySource" n={coverage?.open} />
            ) : (
              t('found', { count: list.total })
            )
          }
          flush
        >
          {!list.rows ? (
            <SkeletonRows rows={8} />
          ) : list.rows.length === 0 ? (
            <EmptyState icon="shop" title={t('none')} text={t('noneText')} />
          ) : (
            <Rows rows={list.rows} />
          )}
          {list.hasNextPage && (
            <div className="home-more">
              <Button variant="quiet" busy={list.isFetchingNextPage} onClick={list.more}>
                {t('more')}
              </Button>
            </div>
          )}
        </Section>
      )}
    </Page>
  );
}

function Rows({ rows }: { rows: CoverageResponse['items'] }) {
  const t = useT(coverageTexts);
  const f = useFormat();
  const phone = useIsPhone();
  if (phone)
    return (
      <List label={t('title')}>
        {rows.map(({ outletId, name, audits, due, missed }) => (
          <ListRow
            key={outletId}
            title={f.text(name)}
            sub={<span className={missed > 0 ? 'wh-bad' : undefined}>{t('line', { audits, due, missed })}</span>}
            to={`/outlets/${outletId}`}
          />
        ))}
      </List>
    );
  return (
    <div className="wh-tablewrap">
      <table className="wh-table">
        <thead>
          <tr>
            <th scope="col">{t('outlet')}</th>
            <th scope="col">{t('region')}</th>
            {(['due', 'missed', 'audits'] as const).map((key) => (
              <th key={key} scope="col" className="wh-num">
                <Explained label={t(key)} of={TERMS[key]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ outletId, code, name, regionName, audits, due, missed }) => (
            <tr key={outletId}>
              <td>
                <Link to={`/outlets/${outletId}`}>{f.text(name)}</Link>{' '}
                <span className="wh-muted wh-small">{code}</span>
              </td>
              <td>{f.text(regionName)}</td>
              <td className="wh-num">{f.number(due)}</td>
              <td className={missed > 0 ? 'wh-num wh-bad' : 'wh-num'}>{f.number(missed)}</td>
              <td className="wh-num">{f.number(audits)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

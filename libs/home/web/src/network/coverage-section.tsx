import type { Coverage, CoverageShow, ScoreSource } from '@wheelhouse/contracts';
import { Hint, Section, Segments } from '@wheelhouse/ui';
import { useFilters, useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { Link } from 'react-router';
import { networkTexts } from './network.texts.js';

/** Who was to be audited in a week, was, and was not, by source; every count opens the outlets behind it. */
export function CoverageSection({ weeks }: { weeks: Coverage[] }) {
  const t = useT(networkTexts);
  const f = useFormat();
  const [{ cover }, set] = useFilters({ cover: '' });
  const week = weeks.find(({ period }) => period === cover) ?? weeks[0];
  if (!week) return null;
  const link = (show: CoverageShow, source?: ScoreSource) =>
    `/coverage?week=${week.period}&show=${show}${source ? `&source=${source}` : ''}`;
  return (
    <Section
      title={
        <>
          {t('coverage')}{' '}
          <Hint label={t('coverage')}>
            <Meaning of="coverageBySource" n={week.open} />
          </Hint>
        </>
      }
      lead={`${f.week(week.period, week.start, week.end)} · ${t('weekOf', { open: f.number(week.open) })}`}
      actions={
        <Segments
          label={t('week')}
          value={week.period}
          onChange={(period) => set({ cover: period })}
          options={weeks.map(({ period, over }) => ({
            value: period,
            label: over ? f.weekShort(period) : t('thisWeek'),
          }))}
        />
      }
      flush
    >
      <div className="wh-tablewrap">
        <table className="wh-table home-coverage">
          <thead>
            <tr>
              <th scope="col">{t('source')}</th>
              <th scope="col" className="wh-num">
                {t('due')}
              </th>
              <th scope="col" className="wh-num">
                {t('audited')}
              </th>
              <th scope="col" className="wh-num">
                {t('missed')}
              </th>
            </tr>
          </thead>
          <tbody>
            {week.bySource.map(({ source, due, audited, missed }) => (
              <tr key={source}>
                <th scope="row">{t(`sources.${source}`)}</th>
                <Count value={due} to={link('due', source)} />
                <Count value={audited} to={link('audited', source)} />
                <Count value={missed} to={link('missed', source)} bad />
              </tr>
            ))}
            <tr>
              <th scope="row">{t('sources.all')}</th>
              <td />
              <Count value={week.audited} to={link('audited')} />
              <td />
            </tr>
            <tr>
              <th scope="row">{t('unaudited')}</th>
              <td />
              <Count value={week.open - week.audited} to={link('unaudited')} />
              <td />
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Count({ value, to, bad }: { value: number | null; to: string; bad?: boolean }) {
  const f = useFormat();
  if (value === null || value === 0)
    return <td className="wh-num wh-muted">{value === null ? '—' : f.number(value)}</td>;
  return (
    <td className="wh-num">
      <Link className={bad ? 'home-count wh-bad' : 'home-count'} to={to}>
        {f.number(value)}
      </Link>
    </td>
  );
}

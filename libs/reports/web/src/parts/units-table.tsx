import type { ReportResponse, UnitScore } from '@wheelhouse/contracts';
import { Change, Hint, IntervalBar, ScoreText, ScrollArea, Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { Link } from 'react-router';
import { texts } from '../texts/report.texts.js';
import { roundScale } from './rank-format.js';
import type { RankingState } from './use-ranking.js';

/** Regions of the tenant's edition (each opens its own), or areas of a region's (each narrows the ranking). */
export function UnitsTable({
  report,
  editionOf,
  state,
}: {
  report: ReportResponse;
  editionOf: (unitId: string) => string | undefined;
  state: RankingState;
}) {
  const t = useT(texts);
  const f = useFormat();
  if (report.units.length === 0) return null;
  const scores = report.units.flatMap((unit) => (unit.score === null ? [] : [unit.score]));
  const scale = roundScale(Math.min(...scores, 100) - 1, Math.max(...scores, 0) + 1);
  const whole = report.audienceKind === 'tenant';
  const link = (unit: UnitScore) => {
    const edition = editionOf(unit.orgUnitId);
    if (edition) return <Link to={`/reports/${edition}`}>{f.text(unit.name)}</Link>;
    return (
      <a
        href="#ranking"
        onClick={(event) => {
          event.preventDefault();
          state.set({ region: unit.orgUnitId, peer: 'all' });
          document.getElementById('ranking')?.scrollIntoView({ behavior: 'smooth' });
        }}
      >
        {f.text(unit.name)}
      </a>
    );
  };
  return (
    <Section
      flush
      title={whole ? t('units.title') : t('units.areas')}
      lead={whole ? t('units.lead') : t('units.leadAreas')}
    >
      <ScrollArea label={whole ? t('units.title') : t('units.areas')}>
        <table className="wh-table rep-units">
          <thead>
            <tr>
              <th scope="col" className="wh-num">
                {t('units.place')}{' '}
                <Hint label={t('units.place')}>
                  <Meaning of="unitPlace" n={report.units.length} />
                </Hint>
              </th>
              <th scope="col">{t('units.name')}</th>
              <th scope="col" className="wh-num">
                {t('units.score')}{' '}
                <Hint label={t('units.score')}>
                  <Meaning of="unitScore" />
                </Hint>
              </th>
              <th scope="col" className="rep-units__bar" aria-hidden="true" />
              <th scope="col" className="wh-num">
                {t('units.change')}{' '}
                <Hint label={t('units.change')}>
                  <Meaning of="unitChange" />
                </Hint>
              </th>
              <th scope="col" className="wh-num rep-units__ranked">
                {t('units.ranked')}{' '}
                <Hint label={t('units.ranked')}>
                  <Meaning of="ranked" />
                </Hint>
              </th>
            </tr>
          </thead>
          <tbody>
            {report.units.map((unit) => (
              <tr key={unit.orgUnitId}>
                <td className="wh-num">{unit.place ?? '—'}</td>
                <th scope="row">{link(unit)}</th>
                <td className="wh-num">
                  <ScoreText value={unit.score} />
                </td>
                <td className="rep-units__bar">
                  <IntervalBar
                    value={unit.score}
                    low={null}
                    high={null}
                    min={scale.min}
                    max={scale.max}
                    reference={report.head.score}
                    tone="neutral"
                  />
                </td>
                <td className="wh-num">
                  <Change value={unit.change} beyondNoise={false} />
                </td>
                <td className="wh-num rep-units__ranked">
                  {t('units.rankedOf', { ranked: unit.ranked, outlets: unit.outlets })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Section>
  );
}

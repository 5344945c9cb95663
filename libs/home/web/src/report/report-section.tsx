import type { Mover, ReportResponse } from '@wheelhouse/contracts';
import { ButtonLink, Change, Figure, Figures, Section, Sparkline } from '@wheelhouse/ui';
import { movedBeyondNoise, ordinal, useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { reportTexts } from './report.texts.js';
import { useVisitWords } from './use-visit-words.js';

const VISITS = 3;
const MOVERS = 2;

/** The newest report in five lines: how we did, what was covered, whom to visit, what fails, who moved. Each leads on. */
export function ReportSection({ report }: { report: ReportResponse }) {
  const t = useT(reportTexts);
  const f = useFormat();
  const { head, pareto, movers } = report;
  const page = `/reports/${report.id}`;
  const coverage = `/coverage?week=${report.period}`;
  const moved = [...movers.down.slice(0, MOVERS), ...movers.up.slice(0, MOVERS)];
  const worst = pareto[0];
  return (
    <Section
      title={t('title', {
        audience: f.text(report.audienceName),
        week: f.week(report.period, report.periodStart, report.periodEnd),
      })}
      actions={
        <ButtonLink variant="quiet" to={page}>
          {t('open')}
        </ButtonLink>
      }
    >
      <Figures>
        <Figure
          big
          label={t('score')}
          definition={<Meaning of="unitScore" />}
          value={f.score(head.score)}
          change={head.change}
          beyondNoise={movedBeyondNoise(head.trend)}
          note={[
            ...(head.low === null ? [] : [`[${f.interval(head.low, head.high, 1)}]`]),
            ...(head.place !== null && head.places !== null
              ? [t('place', { place: ordinal(head.place, f.locale), count: head.places })]
              : []),
          ].join(' · ')}
        />
        {head.trend.length > 1 && (
          <Figure
            label={t('trend')}
            definition={<Meaning of="trend" />}
            value={<Sparkline width={170} height={44} values={head.trend.map(({ score }) => score)} />}
          />
        )}
      </Figures>
      <dl className="home-lines">
        <Line label={t('covered')}>
          <Link to={`${coverage}&show=unaudited`}>
            {t('coveredOf', { covered: head.covered, outlets: head.outlets })}
          </Link>
          {' · '}
          {head.missed > 0 ? (
            <Link className="wh-bad" to={`${coverage}&show=missed`}>
              {t('missed', { count: head.missed })}
            </Link>
          ) : (
            t('noneMissed')
          )}
          {head.redLines > 0 && (
            <>
              {' · '}
              <Link className="wh-bad" to={`${page}#head`}>
                {t('redLines', { count: head.redLines })}
              </Link>
            </>
          )}
        </Line>
        <Line label={t('visit')}>
          <Visits report={report} />
        </Line>
        <Line label={t('fails')}>
          {worst ? (
            <>
              <Link to={`${page}#pareto`}>{f.text(worst.text)}</Link>{' '}
              <span className="wh-muted wh-nowrap">{t('failsAt', { count: worst.outlets })}</span>
            </>
          ) : (
            t('failsNone')
          )}
        </Line>
        <Line label={t('movers')}>
          {moved.length === 0 ? (
            t('moversNone')
          ) : (
            <ul>
              {moved.map((mover) => (
                <MoverLine key={mover.outletId} mover={mover} />
              ))}
            </ul>
          )}
        </Line>
      </dl>
    </Section>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Visits({ report }: { report: ReportResponse }) {
  const t = useT(reportTexts);
  const f = useFormat();
  const words = useVisitWords();
  if (report.visits.length === 0) return t('visitNone');
  return (
    <ol className="home-visits">
      {report.visits.slice(0, VISITS).map((visit) => (
        <li key={visit.outletId}>
          <Link to={`/outlets/${visit.outletId}`}>{f.text(visit.name)}</Link>{' '}
          <span className={visit.reasons[0]?.reason === 'red_line' ? 'wh-bad' : 'wh-muted'}>{words(visit)}</span>
        </li>
      ))}
      {report.visits.length > VISITS && (
        <li className="home-visits__all">
          <Link to={`/reports/${report.id}#visit`}>{t('visitAll')}</Link>
        </li>
      )}
    </ol>
  );
}

/** An outlet that moved by more than noise. */
export function MoverLine({ mover }: { mover: Mover }) {
  const f = useFormat();
  return (
    <li className="home-mover">
      <Link to={`/outlets/${mover.outletId}`}>{f.text(mover.name)}</Link>
      <Change value={mover.change} />
    </li>
  );
}

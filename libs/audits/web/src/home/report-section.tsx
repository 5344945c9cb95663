import type { ReportResponse, TrendPoint } from '@wheelhouse/contracts';
import { ButtonLink, EmptyState, Figure, Figures, Section, SkeletonFigures, Sparkline } from '@wheelhouse/ui';
import { ApiProblem, Failed, useApi, useFormat, useT } from '@wheelhouse/web-core';
import { homeTexts } from './home.texts.js';

/** The newest report in five lines, with the way to all of it. Nothing where no report is made for the reader. */
export function ReportSection() {
  const t = useT(homeTexts);
  const f = useFormat();
  const latest = useApi<ReportResponse | undefined>('/reports/latest');
  if (latest.error instanceof ApiProblem && latest.error.status === 404)
    return (
      <Section>
        <EmptyState
          icon="chart"
          title={t('reportEmpty')}
          action={<ButtonLink to="/reports">{t('reportsOpen')}</ButtonLink>}
        />
      </Section>
    );
  if (latest.error) return <Failed error={latest.error} onRetry={() => void latest.refetch()} />;
  if (latest.isPending)
    return (
      <Section>
        <SkeletonFigures count={3} />
      </Section>
    );
  if (!latest.data) return null;
  const report = latest.data;
  const { head } = report;
  // As in the ranking: a change counts when neither week's interval holds the other week's score.
  const [before, now] = head.trend.slice(-2);
  const holds = (point: TrendPoint | undefined, score: number | null | undefined) =>
    Boolean(
      point && score != null && point.low !== null && point.high !== null && score >= point.low && score <= point.high,
    );
  const beyondNoise = !holds(now, before?.score) && !holds(before, now?.score);
  const lines = [
    { label: t('covered'), value: t('coveredOf', { covered: head.covered, outlets: head.outlets }) },
    { label: t('missed'), value: f.number(head.missed) },
    {
      label: t('redLines'),
      value: <span className={head.redLines > 0 ? 'wh-bad' : undefined}>{f.number(head.redLines)}</span>,
    },
    {
      label: t('visit'),
      value:
        report.visits.length > 0 ? f.list(report.visits.slice(0, 3).map(({ name }) => f.text(name))) : t('visitNone'),
    },
    { label: t('fails'), value: report.pareto[0] ? f.text(report.pareto[0].text) : t('failsNone') },
  ];
  return (
    <Section
      title={t('reportTitle', {
        audience: f.text(report.audienceName),
        week: f.week(report.period, report.periodStart, report.periodEnd),
      })}
      actions={
        <ButtonLink variant="quiet" to={`/reports/${report.id}`}>
          {t('reportLink')}
        </ButtonLink>
      }
    >
      <div className="wh-stack">
        <Figures>
          <Figure
            big
            label={t('score')}
            definition={t('scoreHint')}
            value={f.score(head.score)}
            change={head.change}
            beyondNoise={beyondNoise}
            note={[
              `[${f.interval(head.low, head.high, 1)}]`,
              ...(head.place !== null && head.places !== null
                ? [t('place', { place: head.place, count: head.places })]
                : []),
            ].join(' · ')}
          />
          {head.trend.length > 1 && (
            <Figure
              label={t('trend')}
              value={<Sparkline width={180} height={44} values={head.trend.map(({ score }) => score)} />}
            />
          )}
        </Figures>
        <ul className="au-five">
          {lines.map(({ label, value }) => (
            <li key={label}>
              <span className="wh-muted">{label}</span>
              <span>{value}</span>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

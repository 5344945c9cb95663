import type { NetworkHomeResponse } from '@wheelhouse/contracts';
import { ButtonLink, Figure, Figures, Section } from '@wheelhouse/ui';
import { movedBeyondNoise, useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { Link } from 'react-router';
import { networkTexts } from './network.texts.js';
import { TrendChart } from './trend-chart.js';

type Report = NonNullable<NetworkHomeResponse['report']>;

/** The network in one card: score with interval and change, coverage, red lines, and thirteen weeks beside its regions. */
export function NetworkHead({ report, network }: { report: Report; network: NetworkHomeResponse }) {
  const t = useT(networkTexts);
  const f = useFormat();
  const { head, period, start, end } = report;
  const redLines = network.redLines.outlets;
  return (
    <Section
      title={t('title', { week: f.week(period, start, end) })}
      actions={
        <ButtonLink variant="quiet" to={`/reports/${report.id}`}>
          {t('open')}
        </ButtonLink>
      }
    >
      <div className="home-head">
        <div className="home-head__figures">
          <Figure
            big
            label={t('score')}
            definition={<Meaning of="unitScore" />}
            value={f.score(head.score)}
            change={head.change}
            beyondNoise={movedBeyondNoise(head.trend)}
            note={head.low === null ? undefined : `[${f.interval(head.low, head.high, 1)}]`}
          />
          <Figures>
            <Figure
              label={t('audited')}
              definition={<Meaning of="covered" n={head.outlets} />}
              value={
                <Link className="home-value" to={`/coverage?week=${period}&show=unaudited`}>
                  {f.percent(head.outlets > 0 ? head.covered / head.outlets : null)}
                </Link>
              }
              note={t('of', { part: f.number(head.covered), whole: f.number(head.outlets) })}
            />
            <Figure
              label={t('redLines')}
              definition={<Meaning of="redLineOutlets" />}
              tone={redLines > 0 ? 'bad' : undefined}
              value={
                <a className="home-value" href="#red-lines">
                  {f.number(redLines)}
                </a>
              }
              note={t('outlets', { count: redLines })}
            />
            <Figure
              label={t('signals')}
              definition={<Meaning of="signal" />}
              value={
                <a className="home-value" href="#signals">
                  {f.number(network.signals.length)}
                </a>
              }
            />
            <Figure
              label={t('cycles')}
              definition={<Meaning of="cyclesRunning" />}
              value={
                <Link className="home-value" to="/cycles">
                  {f.number(network.cyclesRunning)}
                </Link>
              }
            />
          </Figures>
        </div>
        <TrendChart report={report} />
      </div>
    </Section>
  );
}

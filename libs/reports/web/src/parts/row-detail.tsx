import type { RankingRow, RankingScheme, ReportResponse } from '@wheelhouse/contracts';
import { addDays } from '@wheelhouse/kernel';
import { ButtonLink, Hint, Icon, ScoreText, Sparkline } from '@wheelhouse/ui';
import { useFormat, useSession, useT, withQuery } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import type { ReactNode } from 'react';
import { rankingTexts } from '../texts/ranking.texts.js';
import { findingsPath } from './evidence.js';
import { useItemName } from './item-names.js';
import { gapKind } from './rank-format.js';
import { meanOf } from './use-ranking.js';

/** What a figure of the ranking is made of: sources, coverage, red lines, and how self-checks compare. */
export function RowDetail({ row, report }: { row: RankingRow; report?: ReportResponse }) {
  const t = useT(rankingTexts);
  const f = useFormat();
  const itemName = useItemName();
  const gap = gapKind(row.selfAuditGap);
  const points = f.score(Math.abs(row.selfAuditGap ?? 0));
  const gapWords = {
    inflated: t('detail.gapInflated', { points }),
    high: t('detail.gapHigh', { points }),
    low: t('detail.gapLow', { points }),
    even: t('detail.gapEven'),
    unknown: t('detail.gapUnknown'),
  }[gap];
  const weeks = row.weeksSinceVisit;
  return (
    <div className="rep-detail">
      <Sources row={row} scheme={report?.method.scheme} />
      <dl className="rep-detail__facts">
        <Fact label={t('col.score')} hint={<Meaning of="score" n={row.n} />}>
          <ScoreText value={row.score} />
        </Fact>
        <Fact label={t('col.interval')}>[{f.interval(row.low, row.high, 1)}]</Fact>
        <Fact label={t('detail.coverage')} hint={<Meaning of="weightCovered" />}>
          {f.percent(row.coverage)}
        </Fact>
        <Fact label={t('detail.redLines')}>
          {row.redLines.length === 0 ? (
            t('detail.none')
          ) : (
            <ul>
              {row.redLines.map((id) => (
                <li key={id} className="wh-bad">
                  <Icon name="flag" size={13} /> {itemName(id)}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact label={t('detail.gap')} hint={<Meaning of="selfCheckGap" />}>
          <span className={gap === 'inflated' ? 'wh-watch' : undefined}>{gapWords}</span>
        </Fact>
        <Fact label={t('detail.visit')}>
          {weeks === null
            ? t('detail.visitNever')
            : weeks === 0
              ? t('detail.visitNow')
              : t('detail.visitWeeks', { count: weeks })}
        </Fact>
        <Fact label={t('col.findings')} hint={<Meaning of="findingsOfWeek" />}>
          {f.number(row.findings)}
        </Fact>
        {row.percentile !== null && (
          <Fact label={t('detail.percentile')}>
            {t('detail.percentileOf', { percent: f.percent(row.percentile / 100), peers: row.peers })}
          </Fact>
        )}
        <Fact label={t('detail.peerGroup')}>{f.text(row.peerGroupName)}</Fact>
        <Fact label={t('col.trend')} hint={<Meaning of="trend" />}>
          <Sparkline values={row.trend} width={120} height={26} />
        </Fact>
      </dl>
      {report && <Ways row={row} report={report} />}
    </div>
  );
}

/** What a reader does next: the outlet, its findings, the audits behind the figures; and how the estimate came to be. */
function Ways({ row, report }: { row: RankingRow; report: ReportResponse }) {
  const t = useT(rankingTexts);
  const f = useFormat();
  const { can } = useSession();
  const mean = meanOf(report, row);
  const weeks = Math.max(1, ...report.method.scheme.sources.map((one) => one.windowWeeks));
  const from = addDays(report.periodStart, -7 * (weeks - 1));
  const weight =
    mean !== null && row.score !== null && row.estimate !== null ? pull(row.score, row.estimate, mean) : null;
  return (
    <div className="rep-detail__ways">
      <ButtonLink to={`/outlets/${row.outletId}`} icon="shop">
        {t('detail.open')}
      </ButtonLink>
      {can('audit.read') && (
        <>
          <ButtonLink to={findingsPath({ outletId: row.outletId, from, to: report.periodEnd })} icon="flag">
            {t('detail.findings')}
          </ButtonLink>
          <ButtonLink to={withQuery('/audits', { outletId: row.outletId })} icon="clipboard">
            {t('detail.audits')}
          </ButtonLink>
        </>
      )}
      {weight !== null && (
        <p className="wh-small wh-muted">
          {t('detail.made', {
            estimate: f.score(row.estimate),
            w: f.percent(weight),
            score: f.score(row.score),
            rest: f.percent(1 - weight),
            mean: f.score(mean),
          })}
        </p>
      )}
    </div>
  );
}

/** The weight w of the measured score in the estimate (estimate = w × score + (1 − w) × mean); null when it cannot be told. */
function pull(score: number, estimate: number, mean: number): number | null {
  if (Math.abs(score - mean) < 0.05) return null;
  const w = (estimate - mean) / (score - mean);
  return w >= 0 && w <= 1 ? w : null;
}

function Fact({ label, hint, children }: { label: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>
        {label}
        {hint && <Hint label={label}>{hint}</Hint>}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sources({ row, scheme }: { row: RankingRow; scheme?: RankingScheme }) {
  const t = useT(rankingTexts);
  const f = useFormat();
  return (
    <table className="wh-table rep-detail__sources">
      <caption className="wh-sr">{t('detail.sources')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('detail.source')}</th>
          <th scope="col" className="wh-num">
            {t('detail.score')}
          </th>
          <th scope="col" className="wh-num">
            {t('detail.n')}
          </th>
          <th scope="col" className="wh-num">
            {t('detail.share')}
            <Hint label={t('detail.share')}>
              <Meaning of="sourceShare" />
            </Hint>
          </th>
          {scheme && (
            <th scope="col" className="wh-num">
              {t('detail.window')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {row.sources.map((one) => (
          <tr key={one.source} className={one.share === 0 ? 'wh-muted' : undefined}>
            <th scope="row">{t(`sources.${one.source}`)}</th>
            <td className="wh-num">{one.score === null ? t('detail.missing') : f.score(one.score)}</td>
            <td className="wh-num">{f.number(one.n)}</td>
            <td className="wh-num">{f.percent(one.share)}</td>
            {scheme && (
              <td className="wh-num">
                {t('detail.weeks', {
                  count: scheme.sources.find((source) => source.source === one.source)?.windowWeeks ?? 0,
                })}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

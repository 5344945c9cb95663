import type { AuditResponse, AuditSummary, Page, RankingRow } from '@wheelhouse/contracts';
import { Icon, Section, StatusTag } from '@wheelhouse/ui';
import { useApi, useFormat, useSession, useT } from '@wheelhouse/web-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { rankingTexts } from '../texts/ranking.texts.js';
import { mineTexts } from '../texts/mine.texts.js';
import { gapKind, weakestSource } from './rank-format.js';

const SURE = 6;
const ITEMS = 5;

/** What would help an outlet most, in plain words: red lines, the weakest source, and what the last visit found. */
export function WhatToFix({ row }: { row: RankingRow }) {
  const t = useT(mineTexts);
  const r = useT(rankingTexts);
  const f = useFormat();
  const visit = useLastVisit(row.outletId);
  const names = new Map(visit?.findingList.map((finding) => [finding.itemId, f.text(finding.text)]));
  const weakest = weakestSource(row.sources);
  const advice: ReactNode[] = row.redLines.map((item) => (
    <span key={item} className="wh-bad">
      <Icon name="flag" size={14} /> {t('fixRedLine', { item: names.get(item) ?? item })}
    </span>
  ));
  if (gapKind(row.selfAuditGap) === 'inflated') advice.push(t('fixGap', { points: f.score(row.selfAuditGap) }));
  if (weakest)
    advice.push(
      t('fixWeakest', {
        source: r(`sources.${weakest.source}`),
        score: f.score(weakest.score),
        share: f.percent(weakest.share),
      }),
    );
  if (row.n > 0 && row.n < SURE) advice.push(t('fixMore', { n: row.n }));
  return (
    <Section title={t('fix')}>
      <div className="wh-stack">
        {advice.length === 0 ? (
          <p>{t('nothing')}</p>
        ) : (
          <ul className="rep-advice">
            {advice.map((words, i) => (
              <li key={i}>{words}</li>
            ))}
          </ul>
        )}
        {visit && <LastFindings audit={visit} />}
      </div>
    </Section>
  );
}

/** The last published visit by somebody from outside. */
function useLastVisit(outletId: string): AuditResponse | undefined {
  const { can } = useSession();
  const list = useApi<Page<AuditSummary>>(can('audit.read') ? '/audits' : null, { outletId, limit: 30 });
  const last = list.data?.items
    .filter((one) => one.kind !== 'self_check' && one.publishedAt !== null)
    .sort((a, b) => b.visitDate.localeCompare(a.visitDate))[0];
  return useApi<AuditResponse>(last ? `/audits/${last.id}` : null).data;
}

/** What it found, dearest first. */
function LastFindings({ audit }: { audit: AuditResponse }) {
  const t = useT(mineTexts);
  const r = useT(rankingTexts);
  const f = useFormat();
  if (audit.findingList.length === 0) return null;
  const findings = [...audit.findingList].sort(
    (a, b) => Number(b.triggered) - Number(a.triggered) || b.pointsLost - a.pointsLost,
  );
  const source = audit.kind === 'mystery_shop' ? 'mystery_shop' : 'audit';
  return (
    <div>
      <h3 className="rep-subtitle">
        {t('findings', { date: f.shortDate(audit.visitDate), source: r(`sources.${source}`) })}
      </h3>
      <ol className="rep-findings">
        {findings.slice(0, ITEMS).map((finding) => (
          <li key={finding.itemId}>
            <span className="wh-grow">
              <span className="wh-muted">{finding.itemId}</span> {f.text(finding.text)}{' '}
              {finding.triggered && (
                <StatusTag tone="bad" icon="flag">
                  {t('redLine')}
                </StatusTag>
              )}{' '}
              {finding.repeated && <StatusTag tone="watch">{t('repeated')}</StatusTag>}
            </span>
            <span className="wh-small wh-muted wh-nowrap">{t('points', { points: f.score(finding.pointsLost) })}</span>
          </li>
        ))}
      </ol>
      <Link to={`/audits/${audit.id}`}>{t('open')}</Link>
    </div>
  );
}

import type { FindingSummaryItem, FindingSummaryResponse } from '@wheelhouse/contracts';
import { vitalFew } from '@wheelhouse/scoring-domain';
import { Button, ScoreBar, Section, StatusTag } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts.js';
import { findingsTexts } from './findings.texts.js';
import './findings.css';

const FIRST = 8;

/** What fails most: bars of one scale, most frequent first; pressing one shows only its findings. */
export function ParetoList({
  summary,
  onItem,
}: {
  summary: FindingSummaryResponse;
  onItem: (item: FindingSummaryItem) => void;
}) {
  const t = useT(findingsTexts);
  const tc = useT(texts);
  const f = useFormat();
  const [all, showAll] = useState(false);
  const { items } = summary;
  const vital = vitalFew(items.map(({ findings: count }, at) => ({ key: String(at), count }))).rows.filter(
    (row) => row.vital,
  );
  const share = items.slice(0, vital.length).reduce((sum, item) => sum + item.share, 0);
  const most = items[0]?.findings ?? 1;
  const shown = all ? items : items.slice(0, FIRST);
  return (
    <Section
      title={t('most')}
      lead={items.length > 1 ? t('mostLead', { count: vital.length, percent: f.percent(share) }) : undefined}
      flush
    >
      <ol className="fi-pareto">
        {shown.map((item) => (
          <li key={`${item.standardId} ${item.itemId}`}>
            <button type="button" className="fi-bar" title={t('onlyThis')} onClick={() => onItem(item)}>
              <span className="fi-bar__text">
                <span className="wh-muted wh-small">{item.itemId}</span> {f.text(item.itemText)}{' '}
                {item.critical && (
                  <StatusTag tone="bad" icon="flag">
                    {tc('redLine')}
                  </StatusTag>
                )}
              </span>
              <strong className="wh-num">{t('times', { count: item.findings, n: f.number(item.findings) })}</strong>
              <span className="fi-bar__track">
                <ScoreBar value={item.findings} max={most} tone="neutral" />
              </span>
              <span className="fi-bar__note wh-muted wh-small">
                {[
                  f.percent(item.share),
                  t('atOutlets', { count: item.outlets }),
                  item.audits > 0 &&
                    t('ofAudits', { percent: f.percent(item.findings / item.audits), n: f.number(item.audits) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {items.length > FIRST && (
        <div className="fi-more">
          <Button variant="quiet" onClick={() => showAll(!all)} aria-expanded={all}>
            {all ? t('showLess') : t('showAll', { count: items.length })}
          </Button>
        </div>
      )}
    </Section>
  );
}

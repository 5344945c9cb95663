import type { ParetoRow, ReportResponse } from '@wheelhouse/contracts';
import { Button, Hint, Icon, Section, StatusTag } from '@wheelhouse/ui';
import { useFormat, useSession, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import { texts } from '../texts/report.texts.js';
import { paretoPath } from './evidence.js';

const FIRST = 6;

/** What fails most: the vital few items; each leads to its findings, and unfolds where it fails most often. */
export function Pareto({ report }: { report: ReportResponse }) {
  const t = useT(texts);
  const { pareto: rows } = report;
  const [all, showAll] = useState(false);
  const vital = rows.filter((row) => row.vital).length;
  const shown = all ? rows : rows.slice(0, Math.min(FIRST, Math.max(vital, 1)));
  const most = rows[0]?.count ?? 1;
  return (
    <div id="pareto">
      <Section
        flush
        title={
          <>
            {t('pareto.title')}{' '}
            {rows.length > 0 && (
              <Hint label={t('pareto.title')}>
                <Meaning of="pareto" />
              </Hint>
            )}
          </>
        }
        actions={
          rows.length > shown.length || all ? (
            <Button variant="quiet" aria-expanded={all} onClick={() => showAll(!all)}>
              {all ? t('pareto.fewer') : t('pareto.all', { count: rows.length })}
            </Button>
          ) : undefined
        }
      >
        {rows.length === 0 ? (
          <p className="rep-pad wh-muted">{t('pareto.none')}</p>
        ) : (
          <ol className="rep-pareto">
            {shown.map((row, i) => (
              <Fragment key={row.itemId}>
                {i > 0 && !row.vital && shown[i - 1]?.vital && <li className="rep-pareto__line">{t('pareto.line')}</li>}
                <Item report={report} row={row} most={most} />
              </Fragment>
            ))}
          </ol>
        )}
      </Section>
    </div>
  );
}

function Item({ report, row, most }: { report: ReportResponse; row: ParetoRow; most: number }) {
  const t = useT(texts);
  const f = useFormat();
  const { can } = useSession();
  const open = can('audit.read');
  const bar = (
    <>
      <span className="rep-item__text">
        {row.critical && (
          <StatusTag tone="bad" icon="flag">
            {t('pareto.redLine')}
          </StatusTag>
        )}{' '}
        {f.text(row.text)}
      </span>
      <span className="rep-item__bar" aria-hidden="true">
        <span
          className={row.vital ? 'is-vital' : undefined}
          style={{ width: `${Math.max(1.5, (100 * row.count) / most)}%` }}
        />
      </span>
    </>
  );
  return (
    <li className="rep-item">
      {open ? (
        <Link
          to={paretoPath(report, row.itemId)}
          className="rep-item__open"
          title={`${f.text(row.text)} · ${t('pareto.count', { count: row.count })}`}
        >
          {bar}
        </Link>
      ) : (
        <span className="rep-item__open" title={f.text(row.text)}>
          {bar}
        </span>
      )}
      <details className="rep-item__where">
        <summary className="rep-item__outlets">
          {t('pareto.outlets', { count: row.outlets })}
          <Icon name="down" size={14} />
        </summary>
        <div className="rep-item__more">
          <p>{f.text(row.text)}</p>
          <p>
            <span className="wh-muted">{row.itemId}</span> · {t('pareto.count', { count: row.count })} ·{' '}
            {t('pareto.share', {
              percent: f.percent(row.percent / 100),
              cumulative: f.percent(row.cumulativePercent / 100),
            })}
            {row.vital && ` · ${t('pareto.vital')}`}
          </p>
          {row.worst.length > 0 && (
            <>
              <p className="wh-muted">{t('pareto.worst')}</p>
              <ul>
                {row.worst.map((outlet) => (
                  <li key={outlet.outletId}>
                    <Link to={open ? paretoPath(report, row.itemId, outlet.outletId) : `/outlets/${outlet.outletId}`}>
                      {f.text(outlet.name)}
                    </Link>{' '}
                    <span className="wh-muted">{t('pareto.times', { count: outlet.count })}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </details>
    </li>
  );
}

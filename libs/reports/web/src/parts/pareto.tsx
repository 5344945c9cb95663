import type { ParetoRow } from '@wheelhouse/contracts';
import { Button, Icon, Section, StatusTag } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import { texts } from '../texts/report.texts.js';

const FIRST = 6;

/** What fails most: the vital few items with their outlets; a row opens where it fails most often. */
export function Pareto({ rows }: { rows: ParetoRow[] }) {
  const t = useT(texts);
  const [all, showAll] = useState(false);
  const vital = rows.filter((row) => row.vital).length;
  const shown = all ? rows : rows.slice(0, Math.min(FIRST, Math.max(vital, 1)));
  const most = rows[0]?.count ?? 1;
  return (
    <div id="pareto">
      <Section
        flush
        title={t('pareto.title')}
        lead={rows.length > 0 ? t('pareto.lead', { count: vital }) : undefined}
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
                <Item row={row} most={most} />
              </Fragment>
            ))}
          </ol>
        )}
      </Section>
    </div>
  );
}

function Item({ row, most }: { row: ParetoRow; most: number }) {
  const t = useT(texts);
  const f = useFormat();
  return (
    <li>
      <details className="rep-item">
        <summary>
          <span className="rep-item__text">
            {row.critical && (
              <StatusTag tone="bad" icon="flag">
                {t('pareto.redLine')}
              </StatusTag>
            )}{' '}
            {f.text(row.text)}
          </span>
          <span className="rep-item__outlets">
            {t('pareto.outlets', { count: row.outlets })}
            <Icon name="down" size={14} />
          </span>
          <span className="rep-item__bar" aria-hidden="true">
            <span
              className={row.vital ? 'is-vital' : undefined}
              style={{ width: `${Math.max(1.5, (100 * row.count) / most)}%` }}
            />
          </span>
        </summary>
        <div className="rep-item__more">
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
                    <Link to={`/outlets/${outlet.outletId}`}>{f.text(outlet.name)}</Link>{' '}
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

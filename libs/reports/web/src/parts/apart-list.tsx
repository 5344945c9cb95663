import type { Listing, ReportResponse, TableRow } from '@wheelhouse/contracts';
import { Button, Icon, Sample, ScoreText, Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { rankingTexts } from '../texts/ranking.texts.js';
import { TwoLineRows } from './ranking-list.js';
import type { RankingState } from './use-ranking.js';
import { useApartReason } from './use-reasons.js';

/** Shown of a long list before it is asked for. */
const FIRST = 8;

export interface ApartListProps {
  report: ReportResponse;
  state: RankingState;
  rows: TableRow[];
  listing: Exclude<Listing, 'ranked'>;
  onToggle: (outletId: string) => void;
  printing: boolean;
}

/** Outlets that are not in the order, each with its reason in words. */
export function ApartList({ report, state, rows, listing, onToggle, printing }: ApartListProps) {
  const t = useT(rankingTexts);
  const f = useFormat();
  const reason = useApartReason(report.method.scheme);
  const asked = state.filters.show === listing || rows.some((row) => row.outletId === state.filters.open);
  const [all, showAll] = useState(asked);
  const red = listing === 'failed_red_line';
  if (!state.shows(listing) || rows.length === 0) return null;
  const whole = all || asked || printing;
  return (
    <div id={listing} className="rep-anchor">
      <Section
        flush
        title={`${red ? t('apart.red') : t('apart.title')} (${f.number(rows.length)})`}
        lead={red ? t('apart.redLead') : t('apart.lead')}
      >
        <TwoLineRows
          label={red ? t('apart.red') : t('apart.title')}
          className="rep-apart"
          rows={whole ? rows : rows.slice(0, FIRST)}
          report={report}
          open={state.filters.open}
          onToggle={onToggle}
          printing={printing}
          line={(row, open) => (
            <>
              <span className="rep-row__name" title={f.text(row.name)}>
                {f.text(row.name)} <span className="wh-small wh-muted">{row.code}</span>
              </span>
              <span className="rep-row__score">
                {row.score === null ? (
                  <span className="wh-small wh-muted">{t('apart.noEstimate')}</span>
                ) : (
                  <ScoreText value={row.score} />
                )}
                <Icon name={open ? 'up' : 'down'} size={14} />
              </span>
              <span className={red ? 'rep-row__facts wh-bad' : 'rep-row__facts'}>
                <span className="rep-row__long" title={reason(row)}>
                  {red && <Icon name="flag" size={13} />} {reason(row)}
                </span>
                {row.n > 0 && <Sample n={row.n} />}
              </span>
            </>
          )}
        />
        {!whole && rows.length > FIRST && (
          <div className="rep-more">
            <Button onClick={() => showAll(true)}>{t('showAll', { count: rows.length })}</Button>
          </div>
        )}
      </Section>
    </div>
  );
}

import type { Listing, ReportResponse } from '@wheelhouse/contracts';
import { Button, Icon, Sample, ScoreText, Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { rankingTexts } from '../texts/ranking.texts.js';
import { RowDetail } from './row-detail.js';
import { useApartReason } from './use-reasons.js';
import { useApartRows, type RankingState } from './use-ranking.js';

/** Outlets that are not in the order, each with its reason in words. */
export function ApartList({
  report,
  state,
  listing,
}: {
  report: ReportResponse;
  state: RankingState;
  listing: Exclude<Listing, 'ranked'>;
}) {
  const t = useT(rankingTexts);
  const f = useFormat();
  const reason = useApartReason(report.method.scheme);
  const list = useApartRows(report.id, listing, state);
  const [open, setOpen] = useState<string | null>(null);
  const red = listing === 'failed_red_line';
  if (!state.shows(listing) || !list.rows?.length) return null;
  const count = list.hasNextPage ? `${list.rows.length}+` : String(list.rows.length);
  return (
    <Section
      flush
      title={`${red ? t('apart.red') : t('apart.title')} (${count})`}
      lead={red ? t('apart.redLead') : t('apart.lead')}
    >
      <ul className="rep-rows rep-apart">
        {list.rows.map((row) => (
          <li key={row.outletId}>
            <button
              type="button"
              className="rep-row"
              aria-expanded={open === row.outletId}
              onClick={() => setOpen(open === row.outletId ? null : row.outletId)}
            >
              <span className="rep-row__name">
                {f.text(row.name)} <span className="wh-small wh-muted">{row.code}</span>
              </span>
              <span className="rep-row__score">
                {row.score === null ? (
                  <span className="wh-small wh-muted">{t('apart.noEstimate')}</span>
                ) : (
                  <ScoreText value={row.score} />
                )}
                <Icon name={open === row.outletId ? 'up' : 'down'} size={14} />
              </span>
              <span className={red ? 'rep-row__facts wh-bad' : 'rep-row__facts'}>
                <span>
                  {red && <Icon name="flag" size={13} />} {reason(row)}
                </span>
                {row.n > 0 && <Sample n={row.n} />}
              </span>
            </button>
            {open === row.outletId && (
              <div className="rep-row__detail">
                <RowDetail row={row} scheme={report.method.scheme} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="rep-more">
          <Button busy={list.isFetchingNextPage} onClick={list.more}>
            {t('more')}
          </Button>
        </div>
      )}
    </Section>
  );
}

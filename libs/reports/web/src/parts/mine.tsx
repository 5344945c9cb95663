import type { MyRankingResponse, RankingRow } from '@wheelhouse/contracts';
import {
  Change,
  EmptyState,
  Figure,
  Figures,
  List,
  ListRow,
  Page,
  PageHeader,
  ScoreText,
  Section,
  Sparkline,
} from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { useState } from 'react';
import { mineTexts } from '../texts/mine.texts.js';
import { ordinal, rangeText, rankText } from './rank-format.js';
import { RowDetail } from './row-detail.js';
import { WhatToFix } from './what-to-fix.js';

const CARDS = 3;

/** The outlets that I answer for: where each stands, how sure that is, and what would help. */
export function Mine({ mine }: { mine: MyRankingResponse }) {
  const t = useT(mineTexts);
  const f = useFormat();
  const { rows } = mine;
  const week = f.week(mine.period ?? '', mine.periodStart ?? undefined, mine.periodEnd ?? undefined);
  return (
    <Page>
      <PageHeader
        title={rows.length === 1 && rows[0] ? f.text(rows[0].name) : t('title')}
        lead={t('lead', { week, made: f.dateTime(mine.madeAt) })}
      />
      {rows.length === 0 ? (
        <EmptyState bordered icon="shop" title={t('none')} text={t('noneText')} />
      ) : rows.length <= CARDS ? (
        rows.map((row) => <Outlet key={row.outletId} row={row} named={rows.length > 1} />)
      ) : (
        <Outlets rows={rows} />
      )}
    </Page>
  );
}

function Outlets({ rows }: { rows: RankingRow[] }) {
  const t = useT(mineTexts);
  const f = useFormat();
  const [chosen, choose] = useState<string | null>(null);
  const row = rows.find((one) => one.outletId === chosen);
  return (
    <>
      <Section flush title={t('title')}>
        <List label={t('title')}>
          {rows.map((one) => (
            <ListRow
              key={one.outletId}
              lead={<span className="rep-row__rank">{rankText(one)}</span>}
              title={f.text(one.name)}
              sub={f.text(one.peerGroupName)}
              end={
                <>
                  <ScoreText value={one.score} /> <Change value={one.change} beyondNoise={one.beyondNoise} />
                </>
              }
              onPress={() => choose(one.outletId)}
            />
          ))}
        </List>
      </Section>
      {row && <Outlet row={row} named />}
    </>
  );
}

function Outlet({ row, named }: { row: RankingRow; named: boolean }) {
  const t = useT(mineTexts);
  const f = useFormat();
  const change = row.change ?? 0;
  const points = f.score(Math.abs(change));
  const moved = !row.beyondNoise
    ? t('within', { points: f.change(change) })
    : t(change > 0 ? 'roseBeyond' : 'fellBeyond', { points });
  return (
    <>
      <Section title={named ? f.text(row.name) : undefined}>
        <div className="rep-mine">
          <Figures>
            {row.rank !== null && (
              <Figure
                big
                label={t('rank')}
                value={t('rankOf', {
                  rank: f.locale === 'en' ? ordinal(row.rank, 'en') : row.rank,
                  peers: row.peers,
                })}
                definition={<Meaning of="rank" n={row.peers} source={f.text(row.peerGroupName)} />}
                note={rangeText(row)}
              />
            )}
            <Figure
              big
              label={t('score')}
              value={f.score(row.score)}
              definition={<Meaning of="score" n={row.n} />}
              n={row.n}
            />
            <Figure
              label={t('estimate')}
              value={f.score(row.estimate)}
              definition={<Meaning of="estimate" n={row.n} />}
              change={row.change}
              beyondNoise={row.beyondNoise}
              note={row.low === null ? undefined : `[${f.interval(row.low, row.high)}]`}
            />
            <Figure
              label={t('trend')}
              value={<Sparkline values={row.trend} width={150} height={40} />}
              definition={<Meaning of="trend" />}
            />
          </Figures>
          <p>
            {row.listing === 'ranked' && t('range', { best: row.rankBest ?? '—', worst: row.rankWorst ?? '—' })}{' '}
            {row.change === null ? t('noChange') : moved}
          </p>
        </div>
      </Section>
      <div className="wh-split">
        <WhatToFix row={row} />
        <Section title={t('made')}>
          <RowDetail row={row} />
        </Section>
      </div>
    </>
  );
}

import type { RankingRow } from '@wheelhouse/contracts';
import { Change, Icon, IntervalBar, Sample, ScoreText } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { memo, useMemo } from 'react';
import { rankingTexts } from '../texts/ranking.texts.js';
import { RankChange } from './rank-change.js';
import { rangeText, rankText } from './rank-format.js';
import type { RankingViewProps } from './ranking-table.js';
import { RowDetail } from './row-detail.js';
import { portionsOf, useNear } from './use-near.js';
import { meanOf } from './use-ranking.js';

/** About the height of a row, in pixels. */
const ROW = 68;

/** The ranked table on a phone: two lines for each outlet; a press opens what is behind it. */
export function RankingList({ pages, report, state, scale, open, onToggle, printing }: RankingViewProps) {
  const portions = useMemo(() => pages.flatMap(portionsOf), [pages]);
  return (
    <>
      {portions.map((rows, i) => (
        <Chunk
          key={`${i}-${rows[0]?.outletId}`}
          first={i === 0}
          rows={rows}
          report={report}
          scale={scale}
          wide={state.peer === 'all'}
          open={rows.some((row) => row.outletId === open) ? open : null}
          onToggle={onToggle}
          printing={printing}
        />
      ))}
    </>
  );
}

interface ChunkProps extends Pick<RankingViewProps, 'report' | 'scale' | 'open' | 'onToggle' | 'printing'> {
  rows: RankingRow[];
  /** Drawn at once, without waiting to be near. */
  first: boolean;
  wide: boolean;
}

const Chunk = memo(function Chunk({ rows, first, report, scale, wide, open, onToggle, printing }: ChunkProps) {
  const t = useT(rankingTexts);
  const { ref, drawn, height } = useNear<HTMLUListElement>({ first, always: printing, guess: rows.length * ROW });
  if (!drawn) return <ul ref={ref} aria-hidden="true" style={{ height }} />;
  return (
    <ul ref={ref} className="rep-rows" aria-label={t('title')}>
      {rows.map((row) => (
        <Row
          key={row.outletId}
          row={row}
          report={report}
          scale={scale}
          wide={wide}
          open={row.outletId === open}
          onToggle={onToggle}
        />
      ))}
    </ul>
  );
});

function Row({
  row,
  report,
  scale,
  wide,
  open,
  onToggle,
}: Omit<ChunkProps, 'rows' | 'first' | 'open' | 'printing'> & { row: RankingRow; open: boolean }) {
  const t = useT(rankingTexts);
  const f = useFormat();
  return (
    <li>
      <button type="button" className="rep-row" aria-expanded={open} onClick={() => onToggle(row.outletId)}>
        <span className="rep-row__rank" title={row.tied ? t('rankTied', { rank: row.rank ?? '' }) : undefined}>
          {rankText(row)}
        </span>
        <span className="rep-row__name">{f.text(row.name)}</span>
        <span className="rep-row__score">
          <ScoreText value={row.estimate} />
          <Icon name={open ? 'up' : 'down'} size={14} />
        </span>
        <span className="rep-row__facts">
          {wide && row.peerGroupName && <span>{f.text(row.peerGroupName)}</span>}
          <span>
            <span className="wh-sr">{t('col.range')} </span>
            {rangeText(row)}
          </span>
          <Sample n={row.n} />
          <RankChange value={row.rankChange} />
          <Change value={row.change} beyondNoise={row.beyondNoise} />
        </span>
        <span className="rep-row__bar">
          <IntervalBar
            value={row.estimate}
            low={row.low}
            high={row.high}
            min={scale.min}
            max={scale.max}
            reference={meanOf(report, row)}
            tone="neutral"
          />
        </span>
      </button>
      {open && (
        <div className="rep-row__detail">
          <RowDetail row={row} scheme={report.method.scheme} />
        </div>
      )}
    </li>
  );
}

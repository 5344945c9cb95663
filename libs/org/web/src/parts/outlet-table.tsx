import type { OutletResponse, OutletSort, RankingRow } from '@wheelhouse/contracts';
import {
  Button,
  Hint,
  Icon,
  List,
  ListRow,
  ScoreText,
  ScrollArea,
  StatusTag,
  useIsPhone,
  type Chosen,
  type ListRowProps,
} from '@wheelhouse/ui';
import { localToday, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { Link } from 'react-router';
import { networkTexts } from '../network.texts.js';
import { texts } from '../texts.js';
import type { Standings } from './use-standings.js';
import { nextSort, sortOf, type NetworkFilters } from './network-filters.js';

export interface OutletTableProps {
  rows: OutletResponse[];
  total: number | undefined;
  standings: Standings;
  filters: NetworkFilters;
  onSort: (sort: string) => void;
  /** Chosen outlets; absent: none can be. */
  selection?: Chosen<OutletResponse>;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
}

/** The outlets: a table at a desk, a list on a phone, “x of N” below. */
export function OutletTable({ rows, total, hasMore, loadingMore, onMore, ...rest }: OutletTableProps) {
  const t = useT(networkTexts);
  const to = useT(texts);
  const f = useFormat();
  const phone = useIsPhone();
  return (
    <>
      {phone ? (
        <List label={to('network.outlets')}>
          {rows.map((row) => (
            <PhoneRow
              key={row.id}
              row={row}
              standing={rest.standings.rows.get(row.id)}
              choose={
                rest.selection?.choosing
                  ? { on: rest.selection.has(row), set: (on) => rest.selection?.set([row], on) }
                  : undefined
              }
            />
          ))}
        </List>
      ) : (
        <DeskTable rows={rows} {...rest} />
      )}
      <div className="wh-row wh-between org-more">
        <span className="wh-muted wh-small" role="status">
          {total === undefined
            ? to('network.found', { count: rows.length })
            : t('shownOf', { shown: f.number(rows.length), total: f.number(total) })}
        </span>
        {hasMore && (
          <Button busy={loadingMore} onClick={onMore}>
            {to('network.showMore')}
          </Button>
        )}
      </div>
    </>
  );
}

function useClosedTag() {
  const t = useT(texts);
  const { tenant } = useSession();
  const today = localToday(tenant?.timeZone);
  return (row: OutletResponse) =>
    row.closedOn !== null && row.closedOn <= today ? <StatusTag>{t('outlet.closedTag')}</StatusTag> : null;
}

function PhoneRow({
  row,
  standing,
  choose,
}: {
  row: OutletResponse;
  standing: RankingRow | undefined;
  choose: ListRowProps['choose'];
}) {
  const t = useT(networkTexts);
  const f = useFormat();
  const closedTag = useClosedTag();
  return (
    <ListRow
      to={`/outlets/${row.id}`}
      choose={choose}
      title={
        <>
          {f.text(row.name)} {closedTag(row)}
        </>
      }
      sub={[row.code, row.city && f.text(row.city), f.text(row.orgUnitName)].filter(Boolean).join(' · ')}
      end={
        standing && (
          <span className="org-score">
            <ScoreText value={standing.estimate ?? standing.score} />
            <small>
              {standing.rank === null ? t('notRanked') : t('rankOf', { rank: standing.rank, peers: standing.peers })}
            </small>
          </span>
        )
      }
    />
  );
}

function DeskTable({
  rows,
  standings,
  filters,
  onSort,
  selection,
}: Pick<OutletTableProps, 'rows' | 'standings' | 'filters' | 'onSort' | 'selection'>) {
  const t = useT(networkTexts);
  const to = useT(texts);
  const f = useFormat();
  const closedTag = useClosedTag();
  const now = sortOf(filters);
  const all = rows.length > 0 && rows.every((row) => selection?.has(row));
  // Its place is kept while they are on their way: rows that are there do not move.
  const scored = standings.pending || standings.rows.size > 0;
  const heading = (column: OutletSort, label: string) => (
    <th
      scope="col"
      aria-sort={now.sort === column ? (now.direction === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" className="org-sort" onClick={() => onSort(nextSort(filters, column))}>
        {label}
        {now.sort === column && <Icon name={now.direction === 'asc' ? 'up' : 'down'} size={14} />}
      </button>
    </th>
  );
  return (
    <ScrollArea label={to('network.outlets')}>
      <table className="wh-table org-outlets">
        <caption className="wh-sr">{to('network.outlets')}</caption>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className="org-outlets__check">
                <input
                  type="checkbox"
                  aria-label={t('selectAll')}
                  checked={all}
                  onChange={() => selection.set(rows, !all)}
                />
              </th>
            )}
            {heading('code', to('network.code'))}
            {heading('name', to('network.name'))}
            {heading('city', to('network.city'))}
            <th scope="col">{to('network.place')}</th>
            <th scope="col">{to('network.peerGroup')}</th>
            {scored && (
              <th scope="col" className="wh-num org-outlets__score">
                {t('score')}
                <Hint label={t('score')}>
                  <Meaning of="estimate" source={t('scoreSource', { period: standings.period ?? '' })} />
                </Hint>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={selection?.has(row) ? 'org-outlets__on' : undefined}>
              {selection && (
                <td className="org-outlets__check">
                  <input
                    type="checkbox"
                    aria-label={t('select', { name: f.text(row.name) })}
                    checked={selection.has(row)}
                    onChange={(e) => selection.set([row], e.target.checked)}
                  />
                </td>
              )}
              <td className="wh-muted wh-nowrap">{row.code}</td>
              <td className="org-outlets__name">
                <Link className="org-clamp" title={f.text(row.name)} to={`/outlets/${row.id}`}>
                  {f.text(row.name)}
                </Link>
                {closedTag(row)}
              </td>
              <td>
                <Clamped text={f.text(row.city)} />
              </td>
              <td>
                <Clamped text={f.text(row.orgUnitName)} />
              </td>
              <td>
                <Clamped text={f.text(row.peerGroupName)} />
              </td>
              {scored && (
                <td className="wh-num">
                  <Standing row={standings.rows.get(row.id)} pending={standings.pending} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

/** At most three lines; the whole text is its title. */
const Clamped = ({ text }: { text: string }) => (
  <span className="org-clamp" title={text}>
    {text}
  </span>
);

/** Score, and below it rank and sample: a number never stands alone. */
function Standing({ row, pending }: { row: RankingRow | undefined; pending: boolean }) {
  const t = useT(networkTexts);
  const to = useT(texts);
  if (!row)
    return (
      <span className="org-score">
        {pending ? <span>&nbsp;</span> : <ScoreText value={null} />}
        <small>&nbsp;</small>
      </span>
    );
  const rank = row.rank === null ? t('notRanked') : t('rankOf', { rank: row.rank, peers: row.peers });
  return (
    <span className="org-score">
      <ScoreText value={row.estimate ?? row.score} />
      <small>
        {rank} · {to('network.n', { count: row.n })}
      </small>
    </span>
  );
}

import type { ReactNode } from 'react';
import { useT } from '../reader/texts.js';
import { uiTexts } from '../reader/ui-texts.js';
import { Button } from './button.js';
import { List, type ListRowProps } from './list.js';
import { ScrollArea } from './scroll-area.js';
import type { Chosen } from './selection.js';
import { SkeletonRows } from './states.js';
import { useIsPhone } from './use-media.js';

export interface DataColumn<Row> {
  title: ReactNode;
  /** Needed where neither `dataIndex` nor the column's place is enough to tell it apart. */
  key?: string;
  /** The field that is shown as it is; `render` draws anything else. */
  dataIndex?: keyof Row & string;
  render?: (value: unknown, row: Row, index: number) => ReactNode;
  /** Figures stand to the right, as everywhere. */
  align?: 'right';
  width?: number | string;
  className?: string;
}

export interface DataTableProps<Row extends object> {
  label: string;
  rows: Row[] | undefined;
  rowKey: (row: Row) => string;
  columns: DataColumn<Row>[];
  /** A phone's row of two lines, a `ListRow`; give it a `key`, and `choose` while several are chosen. */
  phoneRow: (row: Row, choose?: ListRowProps['choose']) => ReactNode;
  /** Rows that can be chosen: boxes at a desk, on a phone while `choosing`. */
  chosen?: Chosen<Row>;
  /** Which rows can be chosen, and what each is called. */
  choosable?: { able: (row: Row) => boolean; name: (row: Row) => string };
  /** Shown instead of an empty table. */
  empty: ReactNode;
  hasMore?: boolean;
  onMore?: () => void;
  loadingMore?: boolean;
}

/** A table at a desk, a list on a phone; skeleton while `rows` is undefined; “show more” for keyset-paged lists. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, phoneRow, chosen, choosable, empty, hasMore, onMore, loadingMore } = props;
  const t = useT(uiTexts);
  const phone = useIsPhone();
  if (!rows) return <SkeletonRows />;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <>
      {phone ? (
        <List label={label}>
          {rows.map((row) =>
            chosen?.choosing && choosable?.able(row)
              ? phoneRow(row, { on: chosen.has(row), set: (on) => chosen.set([row], on) })
              : phoneRow(row),
          )}
        </List>
      ) : (
        <DeskTable {...props} rows={rows} />
      )}
      {hasMore && (
        <div className="wh-row wh-between" style={{ padding: '12px 16px' }}>
          <span className="wh-muted wh-small">{t('shown', { count: rows.length })}</span>
          <Button busy={loadingMore} onClick={onMore}>
            {t('loadMore')}
          </Button>
        </div>
      )}
    </>
  );
}

/** A plain table: at fifty rows a component for each cell costs more than what stands in it. */
function DeskTable<Row extends object>({
  label,
  rows,
  rowKey,
  columns,
  chosen,
  choosable,
}: Pick<DataTableProps<Row>, 'label' | 'rowKey' | 'columns' | 'chosen' | 'choosable'> & { rows: Row[] }) {
  const t = useT(uiTexts);
  const able = chosen && choosable ? rows.filter(choosable.able) : [];
  const all = able.length > 0 && able.every((row) => chosen?.has(row));
  const looks = columns.map(({ key, dataIndex, align, className = '' }, i) => ({
    key: key ?? dataIndex ?? String(i),
    className: `${align === 'right' ? 'wh-num ' : ''}${className}`.trim() || undefined,
  }));
  return (
    <ScrollArea label={label}>
      <table className="wh-datatable" aria-label={label}>
        <thead>
          <tr>
            {chosen && able.length > 0 && (
              <th scope="col" className="wh-checkcell">
                <input
                  type="checkbox"
                  aria-label={t('chooseAll')}
                  checked={all}
                  onChange={() => chosen.set(able, !all)}
                />
              </th>
            )}
            {columns.map(({ title, width }, i) => (
              <th key={looks[i]?.key} scope="col" className={looks[i]?.className} style={width ? { width } : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={rowKey(row)} className={chosen?.has(row) ? 'wh-chosen' : undefined}>
              {chosen && able.length > 0 && (
                <td className="wh-checkcell">
                  {choosable?.able(row) && (
                    <input
                      type="checkbox"
                      aria-label={t('chooseRow', { name: choosable.name(row) })}
                      checked={chosen.has(row)}
                      onChange={(e) => chosen.set([row], e.target.checked)}
                    />
                  )}
                </td>
              )}
              {columns.map(({ dataIndex, render }, i) => {
                const value = dataIndex && row[dataIndex];
                return (
                  <td key={looks[i]?.key} className={looks[i]?.className}>
                    {render ? render(value, row, at) : (value as ReactNode)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

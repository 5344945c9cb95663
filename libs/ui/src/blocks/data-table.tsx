import type { ReactNode } from 'react';
import { useT } from '../reader/texts.js';
import { uiTexts } from '../reader/ui-texts.js';
import { Button } from './button.js';
import { List } from './list.js';
import { ScrollArea } from './scroll-area.js';
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
  /** A phone's row of two lines, a `ListRow`; give it a `key`. */
  phoneRow: (row: Row) => ReactNode;
  /** Shown instead of an empty table. */
  empty: ReactNode;
  hasMore?: boolean;
  onMore?: () => void;
  loadingMore?: boolean;
}

/** A table at a desk, a list on a phone; skeleton while `rows` is undefined; “show more” for keyset-paged lists. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, phoneRow, empty, hasMore, onMore, loadingMore } = props;
  const t = useT(uiTexts);
  const phone = useIsPhone();
  if (!rows) return <SkeletonRows />;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <>
      {phone ? <List label={label}>{rows.map(phoneRow)}</List> : <DeskTable {...props} rows={rows} />}
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
}: Pick<DataTableProps<Row>, 'label' | 'rowKey' | 'columns'> & { rows: Row[] }) {
  const looks = columns.map(({ key, dataIndex, align, className = '' }, i) => ({
    key: key ?? dataIndex ?? String(i),
    className: `${align === 'right' ? 'wh-num ' : ''}${className}`.trim() || undefined,
  }));
  return (
    <ScrollArea label={label}>
      <table className="wh-datatable" aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ title, width }, i) => (
              <th key={looks[i]?.key} scope="col" className={looks[i]?.className} style={width ? { width } : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={rowKey(row)}>
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

import { Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../blocks/button.js';
import { List } from '../blocks/list.js';
import { useScrollsSideways } from '../blocks/scroll-area.js';
import { SkeletonRows } from '../blocks/states.js';
import { useIsPhone } from '../blocks/use-media.js';
import { useT } from '../reader/texts.js';
import { uiTexts } from '../reader/ui-texts.js';

export interface DataTableProps<Row extends object> {
  label: string;
  rows: Row[] | undefined;
  rowKey: (row: Row) => string;
  columns: TableColumnsType<Row>;
  /** A phone's row of two lines, a `ListRow`; give it a `key`. */
  phoneRow: (row: Row) => ReactNode;
  /** Shown instead of an empty table. */
  empty: ReactNode;
  hasMore?: boolean;
  onMore?: () => void;
  loadingMore?: boolean;
}

/** A table at a desk, a list on a phone; skeleton while `rows` is undefined; “show more” for keyset-paged lists. */
export function DataTable<Row extends object>({
  label,
  rows,
  rowKey,
  columns,
  phoneRow,
  empty,
  hasMore,
  onMore,
  loadingMore,
}: DataTableProps<Row>) {
  const t = useT(uiTexts);
  const phone = useIsPhone();
  if (!rows) return <SkeletonRows />;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <>
      {phone ? (
        <List label={label}>{rows.map(phoneRow)}</List>
      ) : (
        <DeskTable label={label} rows={rows} rowKey={rowKey} columns={columns} />
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

const SCROLLER = '.ant-table-content';

/** AntD's table, whose own scroller is reached by keyboard when it really scrolls. */
function DeskTable<Row extends object>({
  label,
  rows,
  rowKey,
  columns,
}: Pick<DataTableProps<Row>, 'label' | 'rowKey' | 'columns'> & { rows: Row[] }) {
  const box = useRef<HTMLDivElement>(null);
  const scrolls = useScrollsSideways(box, SCROLLER);
  useEffect(() => {
    const at = box.current?.querySelector<HTMLElement>(SCROLLER);
    if (!at || !scrolls) return;
    at.tabIndex = 0;
    at.setAttribute('role', 'region');
    at.setAttribute('aria-label', label);
    return () => ['tabindex', 'role', 'aria-label'].forEach((name) => at.removeAttribute(name));
  }, [scrolls, label]);
  return (
    <div ref={box}>
      <Table<Row>
        aria-label={label}
        rowKey={rowKey}
        columns={columns}
        dataSource={rows}
        pagination={false}
        scroll={{ x: true }}
      />
    </div>
  );
}

import { Hint, Icon } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { rankingTexts } from '../texts/ranking.texts.js';
import type { ReactNode } from 'react';
import { COLUMNS, type Column, MEANINGS, MORE_WIDTH, widthOf } from './columns.js';
import type { Scale } from './rank-format.js';
import { startsUp, type RankingState } from './use-ranking.js';
import type { RowSort } from './table-rows.js';

/** Columns whose figures stand to the left. */
const LEFT: readonly Column[] = ['outlet', 'peer', 'trend', 'interval'];
export const isNumeric = (column: Column) => !LEFT.includes(column);

/** The widths of the columns, and their heads: each sorts where it can and says what it means. */
export function RankingHead({
  columns,
  state,
  scale,
  printing,
}: {
  columns: Column[];
  state: RankingState;
  scale: Scale;
  /** Each column gets its share of the paper, so that no name is squeezed away. */
  printing: boolean;
}) {
  const t = useT(rankingTexts);
  const paper = widthOf(columns) - MORE_WIDTH;
  const widthOn = (column: Column) => {
    const { width } = COLUMNS[column];
    if (printing) return { width: `${(100 * width) / paper}%` };
    return column === 'outlet' ? undefined : { width: `${width / 16}rem` };
  };
  return (
    <>
      <colgroup>
        {columns.map((column) => (
          <col key={column} style={widthOn(column)} />
        ))}
        <col style={{ width: `${MORE_WIDTH / 16}rem` }} />
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <Head
              key={column}
              state={state}
              printing={printing}
              sort={'sort' in COLUMNS[column] ? (COLUMNS[column] as { sort: RowSort }).sort : undefined}
              numeric={isNumeric(column)}
              hint={
                column === 'outlet' ? undefined : (
                  <Meaning of={MEANINGS[column]} values={{ min: scale.min, max: scale.max }} />
                )
              }
            >
              {t(`col.${column}`)}
            </Head>
          ))}
          <th className="rep-table__more">
            <span className="wh-sr">{t('col.more')}</span>
          </th>
        </tr>
      </thead>
    </>
  );
}

interface HeadProps {
  state: RankingState;
  printing: boolean;
  sort?: RowSort;
  hint?: ReactNode;
  numeric: boolean;
  children: string;
}

function Head({ state, printing, sort, hint, numeric, children }: HeadProps) {
  const on = sort !== undefined && state.sort === sort;
  const press = () => {
    if (!sort) return;
    const dir = on ? (state.direction === 'asc' ? 'desc' : 'asc') : '';
    state.set({ sort, dir: dir === (startsUp(sort) ? 'asc' : 'desc') ? '' : dir });
  };
  return (
    <th
      scope="col"
      className={numeric ? 'wh-num' : undefined}
      aria-sort={on ? (state.direction === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <span className="rep-table__th">
        {/* A head repeated on the next page is drawn without its buttons, so on paper there are none. */}
        {sort && !printing ? (
          <button type="button" onClick={press}>
            {children}
            {on && <Icon name={state.direction === 'asc' ? 'up' : 'down'} size={12} />}
          </button>
        ) : (
          children
        )}
        {hint && <Hint label={children}>{hint}</Hint>}
      </span>
    </th>
  );
}

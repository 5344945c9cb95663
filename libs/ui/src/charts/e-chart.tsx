import { lazy, Suspense, type ReactNode } from 'react';
import { ScrollArea } from '../blocks/scroll-area.js';
import { Skeleton } from '../blocks/states.js';
import { useT } from '../reader/texts.js';
import { uiTexts } from '../reader/ui-texts.js';
import type { ChartPalette } from './palette.js';
import type { EChartsCoreOption } from 'echarts/core';

const Canvas = lazy(() => import('./e-chart-canvas.js'));

export interface EChartProps {
  /** What the chart shows, in a sentence, for those who cannot see it. */
  label: string;
  /** ECharts options; colours come from `palette`. Keep the function stable (`useCallback`). Known: line, bar, scatter, heatmap. */
  option: (palette: ChartPalette) => EChartsCoreOption;
  height?: number;
  /** The same figures as a table, behind a fold. */
  table: { columns: { title: ReactNode; numeric?: boolean }[]; rows: ReactNode[][] };
  onPress?: (params: { dataIndex: number; seriesIndex?: number; name: string }) => void;
}

/** A chart in the product's colours, loaded when needed, with its table behind it. */
export function EChart({ label, option, height = 260, table, onPress }: EChartProps) {
  const t = useT(uiTexts);
  return (
    <figure>
      <div role="img" aria-label={label} style={{ height, overflowX: 'clip' }}>
        <Suspense fallback={<Skeleton height={height} />}>
          <Canvas option={option} height={height} onPress={onPress} />
        </Suspense>
      </div>
      <details className="wh-chart__table">
        <summary>{t('tableBehind')}</summary>
        <ScrollArea label={label}>
          <table className="wh-table">
            <caption className="wh-sr">{label}</caption>
            <thead>
              <tr>
                {table.columns.map((column, i) => (
                  <th key={i} scope="col" className={column.numeric ? 'wh-num' : undefined}>
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, i) => (
                <tr key={i}>
                  {row.map((cell, k) => (
                    <td key={k} className={table.columns[k]?.numeric ? 'wh-num' : undefined}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      </details>
    </figure>
  );
}

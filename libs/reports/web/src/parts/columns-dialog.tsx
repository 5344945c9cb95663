import { Button, Checkbox, Dialog, Segments } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { rankingTexts } from '../texts/ranking.texts.js';
import { ALL_COLUMNS, chosenColumns, columnsAddress, type Column, FIXED, fittingColumns } from './columns.js';
import type { RankingState } from './use-ranking.js';

/** Which columns the table shows, and how high its rows are. The choice stands in the address. */
export function ColumnsDialog({ state, onClose }: { state: RankingState; onClose: () => void }) {
  const t = useT(rankingTexts);
  const { filters, set, compact } = state;
  const chosen = chosenColumns(filters.cols) ?? fittingColumns(Infinity);
  const toggle = (column: Column, on: boolean) =>
    set({ cols: columnsAddress(on ? [...chosen, column] : chosen.filter((one) => one !== column)) });
  return (
    <Dialog
      open
      title={t('view.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => set({ cols: '', rows: '' })}>{t('view.reset')}</Button>
          <Button variant="primary" onClick={onClose}>
            {t('view.done')}
          </Button>
        </>
      }
    >
      <div className="wh-stack">
        <Segments
          label={t('view.density')}
          value={compact ? 'compact' : 'comfortable'}
          onChange={(value) => set({ rows: value === 'compact' ? 'compact' : '' })}
          options={(['comfortable', 'compact'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        <fieldset className="rep-columns">
          <legend>{t('view.columns')}</legend>
          {ALL_COLUMNS.filter((column) => !FIXED.includes(column)).map((column) => (
            <Checkbox
              key={column}
              label={t(`colName.${column as Exclude<Column, 'rank' | 'outlet' | 'estimate'>}`)}
              checked={chosen.includes(column)}
              onChange={(event) => toggle(column, event.target.checked)}
            />
          ))}
        </fieldset>
      </div>
    </Dialog>
  );
}

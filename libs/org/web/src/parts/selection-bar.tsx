import type { OutletResponse } from '@wheelhouse/contracts';
import { Button, SelectionBar as Bar } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { lazy, Suspense, useState } from 'react';
import { networkTexts } from '../network.texts.js';

const MoveOutletsForm = lazy(() => import('./move-outlets-form.js').then((m) => ({ default: m.MoveOutletsForm })));

/** As many as the server takes in one request. */
const MOST = 500;

/** What may be done with the chosen outlets; stands at the window's lower edge while any are chosen. */
export function SelectionBar({ outlets, onClear }: { outlets: OutletResponse[]; onClear: () => void }) {
  const t = useT(networkTexts);
  const f = useFormat();
  const [form, setForm] = useState<'move' | 'regroup' | null>(null);
  if (outlets.length === 0) return null;
  const tooMany = outlets.length > MOST;
  return (
    <Bar
      text={t('selected', { count: outlets.length })}
      problem={tooMany ? t('tooMany', { max: f.number(MOST) }) : undefined}
      onClear={onClear}
    >
      <Button variant="primary" icon="move" disabled={tooMany} onClick={() => setForm('move')}>
        {t('moveSelected')}
      </Button>
      <Button icon="people" disabled={tooMany} onClick={() => setForm('regroup')}>
        {t('regroupSelected')}
      </Button>
      <Suspense>
        {form && <MoveOutletsForm what={form} outlets={outlets} onClose={() => setForm(null)} onDone={onClear} />}
      </Suspense>
    </Bar>
  );
}

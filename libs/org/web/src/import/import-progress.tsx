import type { OutletImportResponse } from '@wheelhouse/contracts';
import { ConfirmButton, Section } from '@wheelhouse/ui';
import { api, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { importTexts } from './texts.js';

/** How far the step is that runs, and the way out of it. */
export function ImportProgress({ one }: { one: OutletImportResponse }) {
  const t = useT(importTexts);
  const f = useFormat();
  const step = one.status === 'applying' ? 'applying' : 'checking';
  return (
    <Section title={t(step)} lead={t(`${step}Text`)}>
      <div className="wh-stack">
        <div className="imp-progress">
          <progress aria-label={t('progress')} value={one.progress} max={1} />
          <span className="wh-num">{f.percent(one.progress)}</span>
        </div>
        <div className="wh-row wh-between">
          <span className="wh-muted">{t('rows', { count: one.rows })}</span>
          <CancelImport one={one} />
        </div>
      </div>
    </Section>
  );
}

/** Ends the import, after one question. */
export function CancelImport({ one }: { one: OutletImportResponse }) {
  const t = useT(importTexts);
  const cancel = useSave(() => api.post(`/outlet-imports/${one.id}/cancel`), {
    changes: ['/outlet-imports'],
    done: t('cancelledText'),
  });
  return (
    <ConfirmButton
      variant="secondary"
      question={t('cancelQuestion', { name: one.fileName })}
      detail={t('cancelDetail')}
      confirm={t('cancelConfirm')}
      onConfirm={() => cancel.mutateAsync(undefined)}
    >
      {t('cancel')}
    </ConfirmButton>
  );
}

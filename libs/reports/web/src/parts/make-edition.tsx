import { Button } from '@wheelhouse/ui';
import { useSession, useT } from '@wheelhouse/web-core';
import { lazy, Suspense, useState } from 'react';
import { texts } from '../texts/report.texts.js';

const Dialog = lazy(() => import('./make-edition-dialog.js').then((m) => ({ default: m.MakeEditionDialog })));

/** A closed week computed anew by hand, for whoever may. */
export function MakeEdition({ primary }: { primary?: boolean }) {
  const t = useT(texts);
  const { can } = useSession();
  const [open, setOpen] = useState(false);
  if (!can('report.make')) return null;
  return (
    <>
      <Button icon="refresh" variant={primary ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
        {t('make.button')}
      </Button>
      {open && (
        <Suspense>
          <Dialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

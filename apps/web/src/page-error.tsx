import { Button, ErrorState, Page } from '@wheelhouse/ui';
import { coreTexts, useT } from '@wheelhouse/web-core';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';

const STALE = /dynamically imported module|module script failed|error loading/i;

/** A page that broke, or whose code is gone because a newer version was installed. The frame around it lives on. */
export function PageError() {
  const t = useT(coreTexts);
  const error = useRouteError();
  const stale = error instanceof Error && STALE.test(error.message);
  useEffect(() => {
    if (!stale) console.error(error);
  }, [error, stale]);
  return (
    <Page narrow>
      <ErrorState
        title={t(stale ? 'updateTitle' : 'crashTitle')}
        text={t(stale ? 'updateText' : 'crashText')}
        action={
          <Button variant="primary" icon="refresh" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        }
      />
    </Page>
  );
}

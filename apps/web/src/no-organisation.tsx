import { Button, Page, PageHeader } from '@wheelhouse/ui';
import { useSessionActions, useT } from '@wheelhouse/web-core';
import { webTexts } from './texts.js';

/** For a person whose every organisation is suspended, being closed, or has let them go: what it means, and the way out. */
export function NoOrganisation() {
  const t = useT(webTexts);
  const { end } = useSessionActions();
  return (
    <main className="wh-main">
      <Page narrow>
        <PageHeader title={t('shutTitle')} lead={t('shutText')} />
        <div className="wh-row">
          <Button variant="primary" onClick={() => location.reload()}>
            {t('lookAgain')}
          </Button>
          <Button onClick={() => void end()}>{t('signOut')}</Button>
        </div>
      </Page>
    </main>
  );
}

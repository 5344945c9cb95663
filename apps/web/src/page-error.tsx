import { Button, ButtonLink, Icon, Page, PageHeader, Section } from '@wheelhouse/ui';
import { coreTexts, useT } from '@wheelhouse/web-core';
import { useEffect } from 'react';
import { useLocation, useRouteError } from 'react-router';

const STALE = /dynamically imported module|module script failed|error loading/i;

/** A page that broke, or whose code is gone because a newer version was installed. The frame around it lives on. */
export function PageError() {
  const t = useT(coreTexts);
  const error = useRouteError();
  const { pathname } = useLocation();
  const stale = error instanceof Error && STALE.test(error.message);
  const kind = stale ? 'update' : 'crash';
  useEffect(() => {
    if (!stale) console.error(error);
  }, [error, stale]);
  return (
    <Page narrow>
      <PageHeader title={t(`${kind}Title`)} />
      <div role="alert">
        <Section>
          <dl className="wh-answers">
            <div>
              <dt>
                <Icon name={stale ? 'refresh' : 'alert'} /> {t('whatHappened')}
              </dt>
              <dd>{t(`${kind}Text`)}</dd>
            </div>
            <div>
              <dt>
                <Icon name="check" /> {t('whatWasKept')}
              </dt>
              <dd>{t(`${kind}Kept`)}</dd>
            </div>
            <div>
              <dt>
                <Icon name="right" /> {t('whatToDo')}
              </dt>
              <dd>{t(`${kind}Do`, { page: pathname })}</dd>
            </div>
          </dl>
        </Section>
      </div>
      <div className="wh-row">
        <Button variant="primary" icon="refresh" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
        {!stale && pathname !== '/' && <ButtonLink to="/">{t('home')}</ButtonLink>}
      </div>
    </Page>
  );
}

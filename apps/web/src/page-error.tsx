import { Button, ButtonLink, Icon, Page, PageHeader, Section, useOnline } from '@wheelhouse/ui';
import { coreTexts, useT } from '@wheelhouse/web-core';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useRouteError } from 'react-router';

const STALE = /dynamically imported module|module script failed|error loading|unable to preload/i;

const ICONS = { crash: 'alert', away: 'offline', update: 'refresh' } as const;

/** A page that broke, or whose code does not come: there is no network, or a newer version was installed. The frame around it lives on. */
export function PageError() {
  const t = useT(coreTexts);
  const error = useRouteError();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const stale = error instanceof Error && STALE.test(error.message);
  const online = useOnline();
  const [lost] = useState(!online);
  const kind = !stale ? 'crash' : lost ? 'away' : 'update';
  useEffect(() => {
    if (kind === 'away' && online) location.reload();
  }, [kind, online]);
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
                <Icon name={ICONS[kind]} /> {t('whatHappened')}
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
        {kind === 'away' ? (
          <Button variant="primary" icon="left" onClick={() => void navigate(-1)}>
            {t('goBack')}
          </Button>
        ) : (
          <Button variant="primary" icon="refresh" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        )}
        {kind !== 'update' && pathname !== '/' && <ButtonLink to="/">{t('home')}</ButtonLink>}
      </div>
    </Page>
  );
}

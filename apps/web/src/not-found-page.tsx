import { ButtonLink, Page, PageHeader } from '@wheelhouse/ui';
import { coreTexts, useT } from '@wheelhouse/web-core';

/** No such page, or not for this person: the two are not told apart. */
export function NotFoundPage() {
  const t = useT(coreTexts);
  return (
    <Page narrow>
      <PageHeader title={t('notFoundTitle')} lead={t('notFoundText')} />
      <div>
        <ButtonLink to="/" variant="primary">
          {t('home')}
        </ButtonLink>
      </div>
    </Page>
  );
}

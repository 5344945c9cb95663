import type { StandardVersionResponse } from '@wheelhouse/contracts';
import { FormField, NativeSelect, Page, PageHeader, Skeleton } from '@wheelhouse/ui';
import { Failed, QueryState, useApi, useFilters, useFormat, useT } from '@wheelhouse/web-core';
import { useParams } from 'react-router';
import { ChangeList } from '../changes/change-list.js';
import { changeTexts } from '../changes/change.texts.js';
import { ScoringEffect } from '../changes/effect.js';
import { useVersionBefore } from '../changes/use-version-before.js';
import { texts } from '../texts.js';
import '../standards.css';
import '../book/book.css';
import '../changes/changes.css';

/** What changed in a version since another one, in sentences, and what that does to scores. */
export function ChangesPage() {
  const { id = '' } = useParams();
  const version = useApi<StandardVersionResponse>(`/standard-versions/${id}`);
  return <QueryState query={version}>{(data) => <Changes key={data.id} version={data} />}</QueryState>;
}

function Changes({ version }: { version: StandardVersionResponse }) {
  const t = useT(changeTexts);
  const tc = useT(texts);
  const f = useFormat();
  const [{ against }, filter] = useFilters({ against: '' });
  const other = useVersionBefore(version, against);
  return (
    <Page narrow>
      <PageHeader
        back={{ to: `/standards/versions/${version.id}`, label: tc('version', { version: version.version }) }}
        title={t('pageTitle', { name: f.text(version.body.name) })}
        lead={`${version.body.code} · ${tc('version', { version: version.version })}`}
      />
      {other.first ? (
        <p>{t('first')}</p>
      ) : other.error ? (
        <Failed error={other.error} onRetry={() => void other.refetch()} />
      ) : !other.data ? (
        <Skeleton height={240} />
      ) : (
        <>
          <FormField label={t('against')}>
            {(bind) => (
              <NativeSelect
                {...bind}
                value={other.data.id}
                onChange={(event) => filter({ against: event.target.value })}
                options={(other.before ?? []).map((one) => ({
                  value: one.id,
                  label: `${tc('version', { version: one.version })} · ${tc(`status.${one.status}`)}`,
                }))}
              />
            )}
          </FormField>
          <ScoringEffect from={other.data.body} to={version.body} />
          <ChangeList from={other.data.body} to={version.body} />
        </>
      )}
    </Page>
  );
}

import type { HomeResponse, StartAuditBody } from '@wheelhouse/contracts';
import { Button, EmptyState, FormField, NativeSelect, Page, PageHeader, Section } from '@wheelhouse/ui';
import { FormProblem, QueryState, useApi, useFormat, useStartAudit, useT } from '@wheelhouse/web-core';
import { OutletSelect } from '@wheelhouse/web-core/pickers';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { listTexts } from '../lists.texts.js';
import { texts } from '../texts.js';

/** Begins an audit without an assignment: where, and by which standard. `?outletId=` chooses the outlet beforehand. */
export function NewAuditPage() {
  const t = useT(listTexts);
  const home = useApi<HomeResponse>('/home');
  return (
    <Page narrow>
      <PageHeader back={{ to: '/', label: t('home') }} title={t('newTitle')} lead={t('newLead')} />
      <QueryState query={home}>
        {(data) => <Choice startable={data.startable.filter(({ kind }) => kind !== 'mystery_shop')} />}
      </QueryState>
    </Page>
  );
}

function Choice({ startable }: { startable: HomeResponse['startable'] }) {
  const t = useT(listTexts);
  const tc = useT(texts);
  const f = useFormat();
  const [params] = useSearchParams();
  const [outletId, setOutlet] = useState(params.get('outletId') ?? undefined);
  const [chosen, choose] = useState(0);
  const [tried, attempt] = useState(false);
  const start = useStartAudit({ quiet: true });
  const version = startable[chosen];
  if (!version) return <EmptyState bordered icon="book" title={t('newNothing')} text={t('newNothingText')} />;
  return (
    <Section>
      <form
        noValidate
        className="wh-stack"
        onSubmit={(event) => {
          event.preventDefault();
          attempt(true);
          if (!outletId) return;
          const { kind, standardVersionId } = version;
          start.mutate({ kind: kind as StartAuditBody['kind'], outletId, standardVersionId });
        }}
      >
        <FormField
          label={t('outlet')}
          required
          problem={start.problem?.field('outletId') ?? (tried && !outletId ? t('needed') : undefined)}
        >
          {(bind) => <OutletSelect {...bind} placeholder={t('chooseOutlet')} value={outletId} onChange={setOutlet} />}
        </FormField>
        <FormField label={t('standard')} required problem={start.problem?.field('standardVersionId')}>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={String(chosen)}
              onChange={(event) => choose(Number(event.target.value))}
              options={startable.map(({ kind, name, version }, i) => ({
                value: String(i),
                label: `${tc(`kind.${kind}`)} · ${f.text(name)} ${version}`,
              }))}
            />
          )}
        </FormField>
        <FormProblem problem={start.problem} shown={['outletId', 'standardVersionId']} />
        <div className="wh-row">
          <Button type="submit" variant="primary" busy={start.isPending}>
            {t('begin')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

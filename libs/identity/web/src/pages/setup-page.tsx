import type { SetupBody, SetupStateResponse } from '@wheelhouse/contracts';
import { Button } from '@wheelhouse/ui';
import { api, FormProblem, useApi, useSave, useT } from '@wheelhouse/web-core';
import { useEffect, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { Door } from '../parts/door.js';
import { emptyPerson, emptyTenant, NewPersonFields, NewTenantFields } from '../parts/new-tenant-fields.js';
import { texts } from '../texts.js';

/** First run: operator, first tenant, its administrator. */
export function SetupPage() {
  const t = useT(texts);
  const navigate = useNavigate();
  const state = useApi<SetupStateResponse>('/setup');
  const [form, setForm] = useState<SetupBody>(() => ({ operator: emptyPerson(), tenant: emptyTenant() }));
  const save = useSave((body: SetupBody) => api.post('/setup', body), {
    changes: ['/setup'],
    quiet: true,
    done: null,
    onDone: () => void navigate('/sign-in?ready=1'),
  });
  useEffect(() => {
    document.title = `${t('setup.title')} · Wheelhouse`;
  }, [t]);
  if (state.data && !state.data.needed && !save.isPending)
    return <Navigate replace to={save.isSuccess ? '/sign-in?ready=1' : '/sign-in'} />;
  return (
    <Door wide>
      <form
        className="wh-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(form);
        }}
      >
        <div>
          <h1>{t('setup.title')}</h1>
          <p className="wh-muted">{t('setup.lead')}</p>
        </div>
        <Part title={t('setup.operator')} text={t('setup.operatorText')}>
          <NewPersonFields
            at="operator."
            value={form.operator}
            onChange={(operator) => setForm({ ...form, operator })}
            problem={save.problem}
          />
        </Part>
        <Part title={t('setup.tenant')}>
          <NewTenantFields
            at="tenant."
            value={form.tenant}
            onChange={(tenant) => setForm({ ...form, tenant })}
            problem={save.problem}
          />
        </Part>
        <Part title={t('setup.admin')} text={t('setup.adminText')}>
          <NewPersonFields
            at="tenant.admin."
            value={form.tenant.admin}
            onChange={(admin) => setForm({ ...form, tenant: { ...form.tenant, admin } })}
            problem={save.problem}
          />
        </Part>
        <FormProblem problem={save.problem} shown={['operator', 'tenant']} />
        <Button type="submit" variant="primary" wide busy={save.isPending}>
          {t('setup.go')}
        </Button>
      </form>
    </Door>
  );
}

function Part({ title, text, children }: { title: string; text?: string; children: React.ReactNode }) {
  return (
    <section className="wh-stack" style={{ paddingTop: 16, borderTop: '1px solid var(--wh-line)' }}>
      <div>
        <h2 style={{ fontSize: 'var(--wh-text-md)' }}>{title}</h2>
        {text && <p className="wh-muted wh-small">{text}</p>}
      </div>
      {children}
    </section>
  );
}

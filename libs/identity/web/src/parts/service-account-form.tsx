import type { CreateServiceAccountBody, GrantBody, ServiceAccountResponse } from '@wheelhouse/contracts';
import { Button, FormField, Segments, TextInput } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { peopleTexts } from '../people-texts.js';
import { tokensTexts } from '../tokens-texts.js';
import { GrantFields } from './grant-fields.js';

/** A new service account, or one to change: name, roles and whether it may work. */
export function ServiceAccountForm({ account, onClose }: { account?: ServiceAccountResponse; onClose: () => void }) {
  const t = useT(tokensTexts);
  const people = useT(peopleTexts);
  const [name, setName] = useState(account?.name ?? '');
  const [status, setStatus] = useState(account?.status ?? 'active');
  const [grants, setGrants] = useState<GrantBody[]>(
    account?.grants.map(({ role, scopeKind, scopeId }) => ({ role, scopeKind, ...(scopeId ? { scopeId } : {}) })) ?? [
      { role: 'viewer', scopeKind: 'tenant' },
    ],
  );
  const save = useSave(
    (body: CreateServiceAccountBody) =>
      account ? api.put(`/service-accounts/${account.id}`, { ...body, status }) : api.post('/service-accounts', body),
    {
      quiet: true,
      changes: ['/service-accounts', '/access-tokens'],
      done: t('accounts.done', { name }),
      onDone: onClose,
    },
  );
  return (
    <FormModal
      open
      title={account ? account.name : t('accounts.add')}
      submit={t(account ? 'accounts.save' : 'accounts.create')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => save.mutate({ name: name.trim(), grants })}
      problem={<FormProblem problem={save.problem} shown={['name', 'grants']} />}
    >
      <FormField
        label={t('accounts.name')}
        hint={t('accounts.nameHint')}
        problem={save.problem?.field('name')}
        required
      >
        {(bind) => <TextInput {...bind} maxLength={100} value={name} onChange={(e) => setName(e.target.value)} />}
      </FormField>
      {account && (
        <Segments
          label={t('accounts.active')}
          value={status}
          onChange={setStatus}
          options={(['active', 'inactive'] as const).map((value) => ({ value, label: t(`accounts.${value}`) }))}
        />
      )}
      {grants.map((grant, i) => (
        <fieldset key={i} className="id-grantform">
          <legend className="wh-small">{t('accounts.number', { n: i + 1 })}</legend>
          <GrantFields
            value={grant}
            onChange={(next) => setGrants(grants.map((each, at) => (at === i ? next : each)))}
            problem={(field) => save.problem?.field(`grants[${i}].${field}`)}
          />
          {grants.length > 1 && (
            <div>
              <Button variant="quiet" icon="trash" onClick={() => setGrants(grants.filter((_, at) => at !== i))}>
                {people('dropGrant')}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {grants.length < 10 && (
        <div>
          <Button icon="plus" onClick={() => setGrants([...grants, { role: 'viewer', scopeKind: 'tenant' }])}>
            {people('addGrant')}
          </Button>
        </div>
      )}
    </FormModal>
  );
}

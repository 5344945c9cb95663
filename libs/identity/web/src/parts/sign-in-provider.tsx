import '../identity.css';
import type { SignInProviderBody, SignInProviderResponse } from '@wheelhouse/contracts';
import {
  Button,
  Checkbox,
  ConfirmButton,
  FormField,
  Section,
  SkeletonRows,
  StatusTag,
  TextInput,
} from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, QueryState, useApi, useSave, useT } from '@wheelhouse/web-core';
import { useRef, useState } from 'react';
import { ssoTexts } from '../sso-texts.js';
import { copyFrom } from './copied-text.js';

const PATH = '/sign-in-provider';

/** The organisation's own provider: to connect, to change, to disconnect. */
export function SignInProvider() {
  const t = useT(ssoTexts);
  const query = useApi<SignInProviderResponse>(PATH);
  const [editing, setEditing] = useState(false);
  const remove = useSave(() => api.delete(PATH), { changes: [PATH], done: t('settings.removed') });
  return (
    <Section title={t('settings.title')} lead={t('settings.lead')}>
      <QueryState query={query} skeleton={<SkeletonRows rows={1} />}>
        {(provider) => (
          <div className="wh-stack">
            <div className="wh-row id-long" style={{ gap: 8 }}>
              <StatusTag tone={provider.configured ? 'good' : 'neutral'}>
                {t(provider.configured ? 'settings.on' : 'settings.off')}
              </StatusTag>
              {provider.only && <StatusTag>{t('settings.only')}</StatusTag>}
              {provider.configured && (
                <span className="wh-small wh-muted">
                  {[provider.issuer, ...provider.mailDomains.map((domain) => `@${domain}`)].join(' · ')}
                </span>
              )}
            </div>
            <div className="wh-row">
              <Button onClick={() => setEditing(true)}>
                {t(provider.configured ? 'settings.edit' : 'settings.setUp')}
              </Button>
              {provider.configured && (
                <ConfirmButton
                  question={t('settings.removeQuestion')}
                  detail={t('settings.removeDetail')}
                  confirm={t('settings.remove')}
                  onConfirm={() => remove.mutateAsync(undefined)}
                >
                  {t('settings.remove')}
                </ConfirmButton>
              )}
            </div>
            {editing && <ProviderForm provider={provider} onClose={() => setEditing(false)} />}
          </div>
        )}
      </QueryState>
    </Section>
  );
}

function ProviderForm({ provider, onClose }: { provider: SignInProviderResponse; onClose: () => void }) {
  const t = useT(ssoTexts);
  const [form, setForm] = useState({
    issuer: provider.issuer,
    clientId: provider.clientId,
    clientSecret: '',
    domains: provider.mailDomains.join(', '),
    only: provider.only,
    ownReturn: provider.ownReturn,
  });
  const save = useSave((body: SignInProviderBody) => api.put(PATH, body), {
    quiet: true,
    changes: [PATH],
    done: t('settings.saved'),
    onDone: onClose,
  });
  const mailDomains = form.domains.split(/[\s,，、]+/).filter(Boolean);
  const domainProblem = [undefined, ...mailDomains.keys()]
    .map((i) => save.problem?.field(i === undefined ? 'mailDomains' : `mailDomains[${i}]`))
    .find(Boolean);
  const field = (name: 'issuer' | 'clientId' | 'clientSecret' | 'domains') => ({
    value: form[name],
    onChange: (e: React.ChangeEvent<HTMLInputElement>) => setForm({ ...form, [name]: e.target.value }),
  });
  return (
    <FormModal
      open
      title={t('settings.title')}
      submit={t('settings.save')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() =>
        save.mutate({
          ...{ issuer: form.issuer.trim(), clientId: form.clientId.trim(), mailDomains, only: form.only },
          ownReturn: form.ownReturn,
          ...(form.clientSecret ? { clientSecret: form.clientSecret } : {}),
        })
      }
      problem={<FormProblem problem={save.problem} shown={['issuer', 'clientId', 'clientSecret', 'mailDomains']} />}
    >
      <ReturnAddress
        provider={provider}
        own={form.ownReturn}
        onChange={(ownReturn) => setForm({ ...form, ownReturn })}
      />
      <FormField
        label={t('settings.issuer')}
        hint={t('settings.issuerHint')}
        problem={save.problem?.field('issuer')}
        required
      >
        {(bind) => <TextInput {...bind} type="url" placeholder="https://login.example.com" {...field('issuer')} />}
      </FormField>
      <div className="wh-grid">
        <FormField label={t('settings.clientId')} problem={save.problem?.field('clientId')} required>
          {(bind) => <TextInput {...bind} autoComplete="off" {...field('clientId')} />}
        </FormField>
        <FormField
          label={t('settings.secret')}
          hint={provider.configured ? t('settings.secretKept') : undefined}
          problem={save.problem?.field('clientSecret')}
          required={!provider.configured}
        >
          {(bind) => <TextInput {...bind} type="password" autoComplete="off" {...field('clientSecret')} />}
        </FormField>
      </div>
      <FormField label={t('settings.domains')} hint={t('settings.domainsHint')} problem={domainProblem} required>
        {(bind) => <TextInput {...bind} placeholder="example.com" {...field('domains')} />}
      </FormField>
      <div>
        <Checkbox
          label={t('settings.only')}
          checked={form.only}
          onChange={(e) => setForm({ ...form, only: e.target.checked })}
        />
        <p className="wh-small wh-muted">{t('settings.onlyHint')}</p>
      </div>
    </FormModal>
  );
}

/** What the provider must be told of us, to copy; one that was set up before each had its own goes on with the other. */
function ReturnAddress({
  provider,
  own,
  onChange,
}: {
  provider: SignInProviderResponse;
  own: boolean;
  onChange: (own: boolean) => void;
}) {
  const t = useT(ssoTexts);
  const field = useRef<HTMLInputElement>(null);
  const address = own ? provider.ownRedirectUri : provider.redirectUri;
  return (
    <div className="wh-stack" style={{ gap: 8 }}>
      <FormField label={t('settings.redirect')} hint={t('settings.redirectHint')}>
        {(bind) => (
          <div className="wh-row" style={{ flexWrap: 'nowrap' }}>
            <TextInput {...bind} ref={field} readOnly className="id-link" value={address} />
            <Button
              icon="copy"
              aria-label={t('settings.copy')}
              onClick={() => void copyFrom(field.current, address, t('settings.copied'))}
            />
          </div>
        )}
      </FormField>
      {provider.configured && !provider.ownReturn && (
        <div>
          <Checkbox label={t('settings.ownReturn')} checked={own} onChange={(e) => onChange(e.target.checked)} />
          <p className="wh-small wh-muted">{t('settings.ownReturnHint')}</p>
        </div>
      )}
    </div>
  );
}

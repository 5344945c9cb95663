import type { FoundProviderResponse, StartSsoResponse } from '@wheelhouse/contracts';
import { Button, FormField, TextInput } from '@wheelhouse/ui';
import { api, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { ssoTexts } from '../sso-texts.js';
import { useTitle } from './use-title.js';

/** By e-mail or short name to the organisation's own sign-in. */
export function SsoDoor({ next, onBack }: { next: string; onBack: () => void }) {
  const t = useT(ssoTexts);
  useTitle(t('title'));
  const [hint, setHint] = useState('');
  const go = useSave(
    async () => {
      const { slug } = await api.post<FoundProviderResponse>('/auth/sso/find', { hint: hint.trim() });
      return api.post<StartSsoResponse>('/auth/sso/start', { slug, next });
    },
    { quiet: true, done: null, onDone: ({ url }) => location.assign(url) },
  );
  return (
    <form
      className="wh-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go.mutate(undefined);
      }}
    >
      <h1>{t('title')}</h1>
      <p className="wh-muted">{t('lead')}</p>
      <FormProblem problem={go.problem} shown={['hint']} />
      <FormField label={t('hint')} problem={go.problem?.field('hint')} required>
        {(bind) => (
          <TextInput
            {...bind}
            autoFocus
            autoCapitalize="none"
            autoComplete="username"
            value={hint}
            onChange={(e) => setHint(e.target.value)}
          />
        )}
      </FormField>
      <Button type="submit" variant="primary" wide busy={go.isPending}>
        {t('next')}
      </Button>
      <Button variant="quiet" wide onClick={onBack}>
        {t('password')}
      </Button>
    </form>
  );
}

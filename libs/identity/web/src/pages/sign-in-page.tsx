import type { LoginBody, LoginResponse, SetupStateResponse } from '@wheelhouse/contracts';
import { Button, FormField, Notice, TextInput } from '@wheelhouse/ui';
import { api, FormProblem, useApi, useSave, useSessionActions, useSessionQuery, useT } from '@wheelhouse/web-core';
import { useEffect, useRef, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { accountTexts } from '../account-texts.js';
import { DEMO_PASSWORD, DemoAccounts } from '../parts/demo-accounts.js';
import { Door } from '../parts/door.js';
import { safeNext } from '../parts/safe-next.js';
import { texts } from '../texts.js';

/** E-mail and password; afterwards back to where one was stopped. */
export function SignInPage() {
  const t = useT(texts);
  const account = useT(accountTexts);
  const [params] = useSearchParams();
  const session = useSessionQuery();
  const { begin } = useSessionActions();
  const setup = useApi<SetupStateResponse>('/setup');
  const [form, setForm] = useState<LoginBody>({ email: '', password: '' });
  const button = useRef<HTMLButtonElement>(null);
  const login = useSave((body: LoginBody) => api.post<LoginResponse>('/auth/login', body), {
    done: null,
    quiet: true,
    onDone: ({ session: begun }) => void begin(begun),
  });

  useEffect(() => {
    document.title = `${t('signIn.title')} · Wheelhouse`;
  }, [t]);

  if (session.data) return <Navigate replace to={safeNext(params.get('next'))} />;
  if (setup.data?.needed) return <Navigate replace to="/setup" />;
  return (
    <Door>
      <form
        className="wh-stack"
        onSubmit={(event) => {
          event.preventDefault();
          login.mutate({ ...form, email: form.email.trim() });
        }}
      >
        <h1>{t('signIn.title')}</h1>
        {params.has('ready') && !login.problem && <Notice tone="good">{t('setup.done')}</Notice>}
        {params.has('changed') && !login.problem && <Notice tone="good">{account('reset.done')}</Notice>}
        <FormProblem problem={login.problem} shown={['email', 'password']} />
        <FormField label={t('signIn.email')} problem={login.problem?.field('email')}>
          {(bind) => (
            <TextInput
              {...bind}
              type="email"
              name="email"
              autoComplete="username"
              inputMode="email"
              required
              value={form.email}
              onChange={(e) => setForm({ ...form, email: e.target.value })}
            />
          )}
        </FormField>
        <FormField label={t('signIn.password')} problem={login.problem?.field('password')}>
          {(bind) => (
            <TextInput
              {...bind}
              type="password"
              name="password"
              autoComplete="current-password"
              required
              value={form.password}
              onChange={(e) => setForm({ ...form, password: e.target.value })}
            />
          )}
        </FormField>
        <Link className="wh-small id-door__forgot" to="/forgot-password">
          {account('forgot.link')}
        </Link>
        <Button ref={button} type="submit" variant="primary" wide busy={login.isPending}>
          {t('signIn.go')}
        </Button>
      </form>
      {setup.data?.demo && (
        <DemoAccounts
          onChoose={(email) => {
            setForm({ email, password: DEMO_PASSWORD });
            button.current?.focus();
          }}
        />
      )}
    </Door>
  );
}

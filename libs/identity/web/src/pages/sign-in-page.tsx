import type {
  LoginBody,
  LoginResponse,
  SecondStepResponse,
  SetupStateResponse,
  SignInResponse,
} from '@wheelhouse/contracts';
import { Button, FormField, Notice, TextInput } from '@wheelhouse/ui';
import { api, FormProblem, useApi, useSave, useSessionActions, useSessionQuery, useT } from '@wheelhouse/web-core';
import { useEffect, useRef, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { accountTexts } from '../account-texts.js';
import { DEMO_PASSWORD, DemoAccounts } from '../parts/demo-accounts.js';
import { Door } from '../parts/door.js';
import { SecondStep } from '../parts/second-step.js';
import { safeNext } from '../parts/safe-next.js';
import { SsoDoor } from '../parts/sso-door.js';
import { ssoTexts } from '../sso-texts.js';
import { texts } from '../texts.js';

/** E-mail and password; afterwards back to where one was stopped. */
export function SignInPage() {
  const t = useT(texts);
  const account = useT(accountTexts);
  const [params, setParams] = useSearchParams();
  const session = useSessionQuery();
  const { begin } = useSessionActions();
  const setup = useApi<SetupStateResponse>('/setup');
  const [form, setForm] = useState<LoginBody>({ email: '', password: '' });
  const [step, setStep] = useState<SecondStepResponse | null>(null);
  const sso = useT(ssoTexts);
  const why = refusalOf(params.get('refused'));
  const goIn = ({ session: begun }: LoginResponse) => void begin(begun);
  const button = useRef<HTMLButtonElement>(null);
  const login = useSave((body: LoginBody) => api.post<SignInResponse>('/auth/login', body), {
    done: null,
    quiet: true,
    onDone: (answer) => ('step' in answer ? setStep(answer) : goIn(answer)),
  });

  /** To the organisation's own sign-in and back, each with an address. */
  const turn = (to: string | null) => {
    const next = new URLSearchParams(params);
    next.delete('refused');
    if (to) next.set('with', to);
    else next.delete('with');
    setParams(next);
  };

  useEffect(() => {
    document.title = `${t('signIn.title')} · Wheelhouse`;
  }, [t]);

  if (session.data) return <Navigate replace to={safeNext(params.get('next'))} />;
  if (setup.data?.needed) return <Navigate replace to="/setup" />;
  if (params.get('with') === 'organisation')
    return (
      <Door>
        <SsoDoor next={safeNext(params.get('next'))} onBack={() => turn(null)} />
      </Door>
    );
  if (step)
    return (
      <Door>
        <SecondStep step={step} email={form.email} onDone={goIn} onBack={() => setStep(null)} />
      </Door>
    );
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
        {why && !login.problem && <Notice tone="bad">{sso(`refused.${why}`)}</Notice>}
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
        <Button wide onClick={() => turn('organisation')}>
          {sso('go')}
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

const REFUSALS = ['ATTEMPT', 'REFUSED', 'ANSWER', 'UNVERIFIED', 'OTHER_DOMAIN', 'NOT_MEMBER'] as const;

/** Why the organisation's own sign-in led back here. */
function refusalOf(code: string | null): (typeof REFUSALS)[number] | null {
  if (!code?.startsWith('SSO.')) return null;
  return REFUSALS.find((each) => code === `SSO.${each}`) ?? 'ANSWER';
}

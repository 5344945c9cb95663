import type { AcceptInvitationBody, InvitationView, LoginResponse, SessionResponse } from '@wheelhouse/contracts';
import { Button, FormField, Notice, TextInput } from '@wheelhouse/ui';
import { api, FormProblem, useLocale, useSave, useSessionActions, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { accountTexts } from '../account-texts.js';
import { PasswordField } from './password-field.js';

/** Name and password of a new person, the password of an account, or one press of whoever is signed in already. */
export function AcceptInvitation({
  token,
  view,
  tenant,
  joinAs,
}: {
  token: string;
  view: InvitationView;
  tenant: string;
  joinAs: string | null;
}) {
  const t = useT(accountTexts);
  const locale = useLocale();
  const navigate = useNavigate();
  const { begin } = useSessionActions();
  const [name, setName] = useState(view.name);
  const [password, setPassword] = useState('');
  const goOn = async (session: SessionResponse) => {
    await begin(session);
    await navigate('/', { replace: true });
  };
  const accept = useSave((body: AcceptInvitationBody) => api.post<LoginResponse>('/invitations/accept', body), {
    quiet: true,
    done: null,
    onDone: ({ session }) => void goOn(session),
  });
  const join = useSave(() => api.post<SessionResponse>('/invitations/join', { token }), {
    quiet: true,
    done: null,
    onDone: (session) => void goOn(session),
  });
  if (joinAs !== null) {
    return (
      <>
        <FormProblem problem={join.problem} shown={[]} />
        <Button variant="primary" wide busy={join.isPending} onClick={() => join.mutate(undefined)}>
          {t('invitation.join', { name: joinAs })}
        </Button>
      </>
    );
  }
  const { hasAccount } = view;
  return (
    <form
      className="wh-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        accept.mutate({ token, password, ...(hasAccount ? {} : { name: name.trim(), locale }) });
      }}
    >
      {hasAccount && <Notice>{t('invitation.known', { tenant })}</Notice>}
      <FormField label={t('invitation.email')}>
        {(bind) => <TextInput {...bind} type="email" autoComplete="username" readOnly value={view.email} />}
      </FormField>
      {!hasAccount && (
        <FormField label={t('invitation.name')} problem={accept.problem?.field('name')} required>
          {(bind) => (
            <TextInput
              {...bind}
              autoComplete="name"
              maxLength={100}
              value={name}
              onChange={(e) => setName(e.target.value)}
            />
          )}
        </FormField>
      )}
      <PasswordField
        label={hasAccount ? t('password') : t('invitation.create')}
        hint={hasAccount ? undefined : t('passwordHint')}
        known={hasAccount}
        value={password}
        onChange={setPassword}
        problem={accept.problem?.field('password')}
      />
      <FormProblem problem={accept.problem} shown={['name', 'password']} />
      <Button type="submit" variant="primary" wide busy={accept.isPending}>
        {t('invitation.accept')}
      </Button>
      {hasAccount && (
        <Link className="wh-small" to="/forgot-password">
          {t('forgot.link')}
        </Link>
      )}
    </form>
  );
}

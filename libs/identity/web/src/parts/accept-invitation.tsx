import type { AcceptInvitationBody, InvitationView, LoginResponse, SessionResponse } from '@wheelhouse/contracts';
import { Button, FormField, Notice, TextInput } from '@wheelhouse/ui';
import { api, FormProblem, useLocale, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { Link } from 'react-router';
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
  const [name, setName] = useState(view.name);
  const [password, setPassword] = useState('');
  // The app is loaded anew, in place of the link, which is used up: nothing of this page stays, and Back does not lead to it.
  const goOn = () => location.replace('/');
  const accept = useSave((body: AcceptInvitationBody) => api.post<LoginResponse>('/invitations/accept', body), {
    quiet: true,
    done: null,
    onDone: goOn,
  });
  const join = useSave(() => api.post<SessionResponse>('/invitations/join', { token }), {
    quiet: true,
    done: null,
    onDone: goOn,
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

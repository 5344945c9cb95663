import type {
  AcceptInvitationBody,
  InvitationView,
  SecondStepResponse,
  SessionResponse,
  SignInResponse,
} from '@wheelhouse/contracts';
import { Button, FormField, Notice, TextInput } from '@wheelhouse/ui';
import { api, FormProblem, useLocale, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { accountTexts } from '../account-texts.js';
import { NewPasswordField } from './new-password-field.js';
import { PasswordField } from './password-field.js';
import { SecondStep } from './second-step.js';

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
  const [step, setStep] = useState<SecondStepResponse | null>(null);
  // The app is loaded anew, in place of the link, which is used up: nothing of this page stays, and Back does not lead to it.
  const goOn = () => location.replace('/');
  const accept = useSave((body: AcceptInvitationBody) => api.post<SignInResponse>('/invitations/accept', body), {
    quiet: true,
    done: null,
    onDone: (answer) => ('step' in answer ? setStep(answer) : goOn()),
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
  if (step)
    return <SecondStep step={step} email={view.email} onDone={goOn} onBack={() => location.replace('/sign-in')} />;
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
      {hasAccount ? (
        <PasswordField
          known
          label={t('password')}
          value={password}
          onChange={setPassword}
          problem={accept.problem?.field('password')}
        />
      ) : (
        <NewPasswordField
          label={t('invitation.create')}
          value={password}
          onChange={setPassword}
          problem={accept.problem?.field('password')}
        />
      )}
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

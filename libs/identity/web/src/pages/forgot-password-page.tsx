import type { RequestPasswordResetBody } from '@wheelhouse/contracts';
import { Button, ButtonLink, FormField, TextInput } from '@wheelhouse/ui';
import { api, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { accountTexts } from '../account-texts.js';
import { Door } from '../parts/door.js';
import { useTitle } from '../parts/use-title.js';

/** Asks for a link for a new password. Says the same whoever asks. */
export function ForgotPasswordPage() {
  const t = useT(accountTexts);
  const [email, setEmail] = useState('');
  const ask = useSave((body: RequestPasswordResetBody) => api.post('/auth/password-resets', body), {
    quiet: true,
    done: null,
  });
  useTitle(t('forgot.title'));
  if (ask.isSuccess) {
    return (
      <Door>
        <div className="wh-stack" role="status">
          <h1>{t('forgot.doneTitle')}</h1>
          <p>{t('forgot.done', { email: email.trim() })}</p>
          <p className="wh-muted wh-small">{t('forgot.noMail')}</p>
          <ButtonLink to="/sign-in" wide>
            {t('toSignIn')}
          </ButtonLink>
        </div>
      </Door>
    );
  }
  return (
    <Door>
      <form
        className="wh-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate({ email: email.trim() });
        }}
      >
        <h1>{t('forgot.title')}</h1>
        <p className="wh-muted">{t('forgot.lead')}</p>
        <FormProblem problem={ask.problem} shown={['email']} />
        <FormField label={t('forgot.email')} problem={ask.problem?.field('email')} required>
          {(bind) => (
            <TextInput
              {...bind}
              type="email"
              name="email"
              inputMode="email"
              autoComplete="username"
              value={email}
              onChange={(e) => setEmail(e.target.value)}
            />
          )}
        </FormField>
        <Button type="submit" variant="primary" wide busy={ask.isPending}>
          {t('forgot.go')}
        </Button>
        <ButtonLink to="/sign-in" variant="quiet" wide>
          {t('toSignIn')}
        </ButtonLink>
      </form>
    </Door>
  );
}

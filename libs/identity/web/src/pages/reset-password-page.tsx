import type { PasswordResetView, UsePasswordResetBody } from '@wheelhouse/contracts';
import { Button, ButtonLink, Skeleton } from '@wheelhouse/ui';
import { api, Failed, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { accountTexts } from '../account-texts.js';
import { Door } from '../parts/door.js';
import { NewPasswordField } from '../parts/new-password-field.js';
import { useLook } from '../parts/use-look.js';
import { useTitle } from '../parts/use-title.js';

/** A new password by the link of a mail. */
export function ResetPasswordPage() {
  const t = useT(accountTexts);
  const navigate = useNavigate();
  const { token = '' } = useParams();
  const look = useLook<PasswordResetView>('/auth/password-resets/look', token);
  const [newPassword, setPassword] = useState('');
  const save = useSave((body: UsePasswordResetBody) => api.post('/auth/password-resets/use', body), {
    quiet: true,
    done: null,
    changes: ['/auth/session'],
    onDone: () => void navigate('/sign-in?changed=1', { replace: true }),
  });
  useTitle(t('reset.title'));
  const dead =
    look.problem?.code === 'PASSWORD.LINK' ? look.problem : save.problem?.code === 'PASSWORD.LINK' && save.problem;
  if (dead) {
    return (
      <Door>
        <div className="wh-stack" role="alert">
          <h1>{t('reset.deadTitle')}</h1>
          <p className="wh-muted">{dead.message}</p>
          <ButtonLink to="/forgot-password" variant="primary" wide>
            {t('reset.again')}
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
          save.mutate({ token, newPassword });
        }}
      >
        <h1>{t('reset.title')}</h1>
        {look.error ? (
          <Failed error={look.error} onRetry={() => void look.refetch()} />
        ) : (
          <p className="wh-muted">
            {look.data ? t('reset.lead', { email: look.data.email }) : <Skeleton width="100%" />}
          </p>
        )}
        <input type="hidden" name="username" autoComplete="username" value={look.data?.email ?? ''} readOnly />
        <NewPasswordField
          label={t('reset.next')}
          value={newPassword}
          onChange={setPassword}
          problem={save.problem?.field('newPassword')}
        />
        <FormProblem problem={save.problem} shown={['newPassword']} />
        <Button type="submit" variant="primary" wide busy={save.isPending} disabled={!look.data}>
          {t('reset.go')}
        </Button>
      </form>
    </Door>
  );
}

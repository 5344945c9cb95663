import type { SessionResponse } from '@wheelhouse/contracts';
import { Button, Dialog, FormField, Icon, TextInput, useT } from '@wheelhouse/ui';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { FormProblem } from '../forms/form-problem.js';
import { sessionTexts } from './session-texts.js';
import { sessionGate } from './session-gate.js';
import { useSessionActions } from './session.js';

/** What the reader sees of a session that ended: a dialog over the page, and a bar once the dialog is put off. */
export function SessionEnded({ session }: { session: SessionResponse }) {
  const t = useT(sessionTexts);
  const state = useSyncExternalStore(sessionGate.subscribe, () => sessionGate.state);
  const [form] = useState(() => `session-${session.person.id}`);
  const [busy, setBusy] = useState(false);
  if (state === 'open') return null;
  if (state === 'put off')
    return (
      <div className="wh-ended" role="status">
        <Icon name="lock" size={16} />
        <span>{t('bar')}</span>
        <button type="button" onClick={() => sessionGate.ask()}>
          {t('signIn')}
        </button>
      </div>
    );
  return (
    <Dialog
      open
      firm
      title={t('title')}
      onClose={() => sessionGate.putOff()}
      actions={
        <>
          <Button onClick={() => sessionGate.putOff()}>{t('later')}</Button>
          <Button type="submit" form={form} variant="primary" busy={busy}>
            {t('go')}
          </Button>
        </>
      }
    >
      <SignInAgain session={session} form={form} onBusy={setBusy} />
    </Dialog>
  );
}

function SignInAgain({
  session,
  form,
  onBusy,
}: {
  session: SessionResponse;
  form: string;
  onBusy: (busy: boolean) => void;
}) {
  const t = useT(sessionTexts);
  const { resume, lookAgain } = useSessionActions();
  const [password, setPassword] = useState('');
  const [stepToken, setStepToken] = useState<string | null>(null);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const look = useRef(() => void lookAgain(session));
  useEffect(() => {
    field.current?.focus();
    const back = () => look.current();
    addEventListener('focus', back);
    return () => removeEventListener('focus', back);
  }, []);

  const go = async () => {
    onBusy(true);
    try {
      setStepToken(await resume(session, stepToken ? { stepToken, code } : { password }));
      setProblem(null);
    } catch (error) {
      // A step that is over begins again with the password.
      if (error instanceof ApiProblem && error.code === 'AUTH.STEP') setStepToken(null);
      setProblem(error instanceof ApiProblem ? error : new ApiProblem(0, 'CLIENT.UNREADABLE', String(error)));
      field.current?.select();
    } finally {
      onBusy(false);
    }
  };
  const here = encodeURIComponent(location.pathname + location.search);
  return (
    <form
      id={form}
      className="wh-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <p>{t('text')}</p>
      <FormProblem problem={problem} shown={['password', 'code']} />
      <p className="wh-row">
        <Icon name="person" />
        <span>
          {session.person.name}
          <span className="wh-muted"> · {session.person.email}</span>
        </span>
      </p>
      <input type="email" autoComplete="username" value={session.person.email} readOnly hidden />
      <FormField label={t('password')} problem={problem?.field('password')}>
        {(bind) => (
          <TextInput
            {...bind}
            ref={field}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </FormField>
      {stepToken && (
        <FormField label={t('code')} problem={problem?.field('code')}>
          {(bind) => (
            <TextInput
              {...bind}
              autoFocus
              autoComplete="one-time-code"
              required
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </FormField>
      )}
      <p className="wh-muted wh-small">
        <a href={`/sign-in?next=${here}`}>{t('other')}</a> · {t('otherText')}
      </p>
    </form>
  );
}

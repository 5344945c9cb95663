import type { SessionResponse } from '@wheelhouse/contracts';
import { Button, Dialog, FormField, Icon, TextInput, useT } from '@wheelhouse/ui';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { FormProblem } from '../forms/form-problem.js';
import { SessionPerson } from './session-person.js';
import { sessionTexts } from './session-texts.js';
import { sessionGate } from './session-gate.js';
import { useSessionActions } from './session.js';

/** What the reader sees of a session that ended: a dialog over the page, and a bar once the dialog is put off. */
export function SessionEnded({ session }: { session: SessionResponse }) {
  const t = useT(sessionTexts);
  const state = useSyncExternalStore(sessionGate.subscribe, () => sessionGate.state);
  const [form] = useState(() => `session-${session.person.id}`);
  const [busy, setBusy] = useState(false);
  // Who came by the organisation's own sign-in, or has a second factor to set up first, does that in a tab beside this one.
  const [elsewhere, setElsewhere] = useState(session.tenantBound === true);
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
          {elsewhere ? (
            <a className="wh-button wh-button--primary" href="/sign-in" target="_blank" rel="noreferrer">
              {t('tab')}
            </a>
          ) : (
            <Button type="submit" form={form} variant="primary" busy={busy}>
              {t('go')}
            </Button>
          )}
        </>
      }
    >
      {elsewhere ? (
        <Elsewhere session={session} />
      ) : (
        <SignInAgain session={session} form={form} onBusy={setBusy} onElsewhere={() => setElsewhere(true)} />
      )}
    </Dialog>
  );
}

/** Goes on when one comes back to this tab and has signed in in another. */
function useLookAgain(session: SessionResponse): void {
  const { lookAgain } = useSessionActions();
  const look = useRef(() => void lookAgain(session));
  useEffect(() => {
    const back = () => look.current();
    addEventListener('focus', back);
    return () => removeEventListener('focus', back);
  }, []);
}

function Elsewhere({ session }: { session: SessionResponse }) {
  const t = useT(sessionTexts);
  useLookAgain(session);
  return <p>{t('elsewhere')}</p>;
}

function SignInAgain({
  session,
  form,
  onBusy,
  onElsewhere,
}: {
  session: SessionResponse;
  form: string;
  onBusy: (busy: boolean) => void;
  onElsewhere: () => void;
}) {
  const t = useT(sessionTexts);
  const { resume } = useSessionActions();
  useLookAgain(session);
  const [password, setPassword] = useState('');
  const [stepToken, setStepToken] = useState<string | null>(null);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const go = async () => {
    onBusy(true);
    try {
      const step = await resume(session, stepToken ? { stepToken, code } : { password });
      if (step?.step === 'enrol') return onElsewhere();
      setStepToken(step?.stepToken ?? null);
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
      <SessionPerson session={session} />
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

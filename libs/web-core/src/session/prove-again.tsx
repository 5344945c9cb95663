import { useQueryClient } from '@tanstack/react-query';
import type { ProofResponse, ProveBody, SessionResponse, StartSsoResponse } from '@wheelhouse/contracts';
import { Button, Dialog, FormField, SkeletonRows, TextInput, useT } from '@wheelhouse/ui';
import { useEffect, useId, useState, useSyncExternalStore } from 'react';
import { api } from '../api/api.js';
import { QueryState } from '../api/query-state.js';
import { useApi, useSave } from '../api/use-api.js';
import { FormProblem } from '../forms/form-problem.js';
import { proofGate } from './session-gate.js';
import { SessionPerson } from './session-person.js';
import { sessionTexts } from './session-texts.js';

const PATH = '/auth/proof';

/** Asks who it is when something wants a fresh proof of that; what was done is then sent again as it was. */
export function ProveAgain({ session }: { session: SessionResponse }) {
  const state = useSyncExternalStore(proofGate.subscribe, () => proofGate.state);
  return state === 'closed' ? <Asking session={session} /> : null;
}

function Asking({ session }: { session: SessionResponse }) {
  const t = useT(sessionTexts);
  const form = useId();
  const query = useApi<ProofResponse>(PATH);
  const client = useQueryClient();
  // How it is proved may have changed since somebody asked last.
  useEffect(() => () => client.removeQueries({ queryKey: [PATH] }), [client]);
  const prove = useSave((body: ProveBody) => api.post(PATH, body), {
    quiet: true,
    done: null,
    onDone: () => proofGate.reopen(),
  });
  const atProvider = query.data?.way === 'provider';
  return (
    <Dialog
      open
      firm
      title={t('prove.title')}
      onClose={() => proofGate.putOff()}
      actions={
        <>
          <Button onClick={() => proofGate.putOff()}>{t('prove.cancel')}</Button>
          {atProvider ? (
            <ToProvider session={session} />
          ) : (
            <Button type="submit" form={form} variant="primary" disabled={!query.data} busy={prove.isPending}>
              {t('prove.go')}
            </Button>
          )}
        </>
      }
    >
      <QueryState query={query} skeleton={<SkeletonRows rows={1} />}>
        {({ way }) =>
          way === 'provider' ? (
            <p>{t('prove.provider')}</p>
          ) : (
            <Proof form={form} way={way} session={session} problem={prove.problem} onProve={prove.mutate} />
          )
        }
      </QueryState>
    </Dialog>
  );
}

function Proof({
  form,
  way,
  session,
  problem,
  onProve,
}: {
  form: string;
  way: ProofResponse['way'];
  session: SessionResponse;
  problem: ReturnType<typeof useSave>['problem'];
  onProve: (body: ProveBody) => void;
}) {
  const t = useT(sessionTexts);
  const [body, setBody] = useState({ password: '', code: '' });
  return (
    <form
      id={form}
      className="wh-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onProve(way === 'password' ? { password: body.password } : body);
      }}
    >
      <p>{t('prove.text')}</p>
      <FormProblem problem={problem} shown={['password', 'code']} />
      <SessionPerson session={session} />
      <FormField label={t('password')} problem={problem?.field('password')}>
        {(bind) => (
          <TextInput
            {...bind}
            autoFocus
            type="password"
            autoComplete="current-password"
            value={body.password}
            onChange={(event) => setBody({ ...body, password: event.target.value })}
          />
        )}
      </FormField>
      {way === 'password_and_code' && (
        <FormField label={t('code')} problem={problem?.field('code')}>
          {(bind) => (
            <TextInput
              {...bind}
              autoComplete="one-time-code"
              value={body.code}
              onChange={(event) => setBody({ ...body, code: event.target.value })}
            />
          )}
        </FormField>
      )}
    </form>
  );
}

/** The way to the organisation's own sign-in; back in this tab, what waits is tried again. */
function ToProvider({ session }: { session: SessionResponse }) {
  const t = useT(sessionTexts);
  const slug = session.tenant?.slug;
  const start = useSave(() => api.post<StartSsoResponse>('/auth/sso/start', { slug, next: '/profile', again: true }), {
    done: null,
  });
  const { mutate } = start;
  useEffect(() => mutate(undefined), [mutate]);
  useEffect(() => {
    const back = () => proofGate.reopen();
    addEventListener('focus', back);
    return () => removeEventListener('focus', back);
  }, []);
  if (!start.data) return <Button busy>{t('prove.there')}</Button>;
  return (
    <a className="wh-button wh-button--primary" href={start.data.url} target="_blank" rel="noreferrer">
      {t('prove.there')}
    </a>
  );
}

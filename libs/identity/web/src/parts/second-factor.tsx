import type { EnrolmentResponse, RecoveryCodesResponse, SecondFactorResponse } from '@wheelhouse/contracts';
import { Button, Dialog, Notice, Section, SkeletonRows, StatusTag } from '@wheelhouse/ui';
import { api, FormProblem, QueryState, useApi, useFormat, useSave, useSession, useT } from '@wheelhouse/web-core';
import { useId, useState } from 'react';
import { accessTexts } from '../access-texts.js';
import { CodeField, DigitsField } from './code-field.js';
import { Enrolment } from './enrolment.js';
import { PasswordField } from './password-field.js';
import { RecoveryCodes } from './recovery-codes.js';

const PATH = '/auth/second-factor';
type Doing = 'set up' | 'codes' | 'off' | null;

/** One's own second factor: to set up, to renew its recovery codes, to switch off. */
export function SecondFactor() {
  const t = useT(accessTexts);
  const f = useFormat();
  const query = useApi<SecondFactorResponse>(PATH);
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  return (
    <Section title={t('factor.title')} lead={t('factor.lead')}>
      <QueryState query={query} skeleton={<SkeletonRows />}>
        {({ enabled, since, recoveryCodesLeft: count, required }) => (
          <div className="wh-stack">
            <div className="wh-row">
              <StatusTag tone={enabled ? 'good' : 'neutral'}>{t(enabled ? 'factor.on' : 'factor.off')}</StatusTag>
              {since && <span className="wh-muted wh-small">{t('factor.since', { at: f.dateTime(since) })}</span>}
            </div>
            {enabled && <p className="wh-small">{count > 0 ? t('factor.left', { count }) : t('factor.leftNone')}</p>}
            {enabled && required && <p className="wh-small wh-muted">{t('factor.required')}</p>}
            <div className="wh-row">
              {!enabled && <Button onClick={() => setDoing('set up')}>{t('factor.setUp')}</Button>}
              {enabled && <Button onClick={() => setDoing('codes')}>{t('factor.newCodes')}</Button>}
              {enabled && !required && (
                <Button variant="danger" onClick={() => setDoing('off')}>
                  {t('factor.switchOff')}
                </Button>
              )}
            </div>
          </div>
        )}
      </QueryState>
      {doing === 'set up' && <SetUp onClose={close} />}
      {(doing === 'codes' || doing === 'off') && <ProveBoth doing={doing} onClose={close} />}
    </Section>
  );
}

/** Password, then the app, then its first code, then the recovery codes. */
function SetUp({ onClose }: { onClose: () => void }) {
  const t = useT(accessTexts);
  const form = useId();
  const { person } = useSession();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const begin = useSave(() => api.post<EnrolmentResponse>(PATH, { password }), { quiet: true, done: null });
  const confirm = useSave(() => api.post<RecoveryCodesResponse>(`${PATH}/confirm`, { code }), {
    quiet: true,
    changes: [PATH],
    done: t('factor.enabled'),
  });
  if (confirm.data) return <Codes codes={confirm.data.recoveryCodes} email={person.email} onClose={onClose} />;
  return (
    <Dialog
      open
      firm
      title={t('factor.setUpTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('factor.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={begin.isPending || confirm.isPending}>
            {begin.data ? t('factor.confirm') : t('factor.next')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="wh-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (begin.data) confirm.mutate(undefined);
          else begin.mutate(undefined);
        }}
      >
        {begin.data ? (
          <>
            <FormProblem problem={confirm.problem} shown={['code']} />
            <Enrolment enrolment={begin.data} />
            <DigitsField
              label={t('factor.first')}
              value={code}
              onChange={setCode}
              problem={confirm.problem?.field('code')}
            />
          </>
        ) : (
          <>
            <FormProblem problem={begin.problem} shown={['password']} />
            <PasswordField
              known
              label={t('factor.password')}
              hint={t('factor.passwordWhy')}
              value={password}
              onChange={setPassword}
              problem={begin.problem?.field('password')}
            />
          </>
        )}
      </form>
    </Dialog>
  );
}

/** What takes both proofs: new recovery codes, and switching off. */
function ProveBoth({ doing, onClose }: { doing: 'codes' | 'off'; onClose: () => void }) {
  const t = useT(accessTexts);
  const form = useId();
  const { person } = useSession();
  const [body, setBody] = useState({ password: '', code: '' });
  const codes = useSave(() => api.post<RecoveryCodesResponse>(`${PATH}/recovery-codes`, body), {
    quiet: true,
    changes: [PATH],
    done: null,
  });
  const off = useSave(() => api.post(`${PATH}/disable`, body), {
    quiet: true,
    changes: [PATH],
    done: t('factor.switchedOff'),
    onDone: onClose,
  });
  const save = doing === 'codes' ? codes : off;
  if (codes.data) return <Codes codes={codes.data.recoveryCodes} email={person.email} onClose={onClose} />;
  return (
    <Dialog
      open
      firm
      title={t(doing === 'codes' ? 'factor.codesTitle' : 'factor.offTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('factor.cancel')}</Button>
          <Button type="submit" form={form} variant={doing === 'off' ? 'danger' : 'primary'} busy={save.isPending}>
            {t(doing === 'codes' ? 'factor.makeCodes' : 'factor.switchOff')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="wh-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <Notice tone="watch">{t(doing === 'off' ? 'factor.offNote' : 'factor.codesNote')}</Notice>
        <FormProblem problem={save.problem} shown={['password', 'code']} />
        <PasswordField
          known
          label={t('factor.password')}
          value={body.password}
          onChange={(password) => setBody({ ...body, password })}
          problem={save.problem?.field('password')}
        />
        <CodeField
          value={body.code}
          onChange={(code) => setBody({ ...body, code })}
          problem={save.problem?.field('code')}
        />
      </form>
    </Dialog>
  );
}

function Codes({ codes, email, onClose }: { codes: string[]; email: string; onClose: () => void }) {
  const t = useT(accessTexts);
  return (
    <Dialog
      open
      firm
      title={t('codes.title')}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('codes.done')}
        </Button>
      }
    >
      <RecoveryCodes codes={codes} email={email} />
    </Dialog>
  );
}

import type { EnrolmentResponse, RecoveryCodesResponse, SecondFactorResponse } from '@wheelhouse/contracts';
import { Button, ConfirmButton, Dialog, Section, SkeletonRows, StatusTag } from '@wheelhouse/ui';
import { api, FormProblem, QueryState, useApi, useFormat, useSave, useSession, useT } from '@wheelhouse/web-core';
import { useId, useState } from 'react';
import { accessTexts } from '../access-texts.js';
import { DigitsField } from './code-field.js';
import { Enrolment } from './enrolment.js';
import { RecoveryCodes } from './recovery-codes.js';

const PATH = '/auth/second-factor';

/** One's own second factor: to set up, to renew its recovery codes, to switch off. */
export function SecondFactor() {
  const t = useT(accessTexts);
  const f = useFormat();
  const { person } = useSession();
  const query = useApi<SecondFactorResponse>(PATH);
  const [enrolment, setEnrolment] = useState<EnrolmentResponse | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const begin = useSave(() => api.post<EnrolmentResponse>(PATH), { done: null, onDone: setEnrolment });
  const renew = useSave(() => api.post<RecoveryCodesResponse>(`${PATH}/recovery-codes`), {
    changes: [PATH],
    done: null,
    onDone: ({ recoveryCodes }) => setCodes(recoveryCodes),
  });
  const off = useSave(() => api.post(`${PATH}/disable`), { changes: [PATH], done: t('factor.switchedOff') });
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
              {!enabled && (
                <Button busy={begin.isPending} onClick={() => begin.mutate(undefined)}>
                  {t('factor.setUp')}
                </Button>
              )}
              {enabled && (
                <ConfirmButton
                  variant="secondary"
                  question={t('factor.codesTitle')}
                  detail={t('factor.codesNote')}
                  confirm={t('factor.makeCodes')}
                  onConfirm={() => renew.mutateAsync(undefined)}
                >
                  {t('factor.newCodes')}
                </ConfirmButton>
              )}
              {enabled && !required && (
                <ConfirmButton
                  question={t('factor.offTitle')}
                  detail={t('factor.offNote')}
                  confirm={t('factor.switchOff')}
                  onConfirm={() => off.mutateAsync(undefined)}
                >
                  {t('factor.switchOff')}
                </ConfirmButton>
              )}
            </div>
          </div>
        )}
      </QueryState>
      {enrolment && <SetUp enrolment={enrolment} onClose={() => setEnrolment(null)} />}
      {codes && <Codes codes={codes} email={person.email} onClose={() => setCodes(null)} />}
    </Section>
  );
}

/** The app, then its first code, then the recovery codes. */
function SetUp({ enrolment, onClose }: { enrolment: EnrolmentResponse; onClose: () => void }) {
  const t = useT(accessTexts);
  const form = useId();
  const { person } = useSession();
  const [code, setCode] = useState('');
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
          <Button type="submit" form={form} variant="primary" busy={confirm.isPending}>
            {t('factor.confirm')}
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
          confirm.mutate(undefined);
        }}
      >
        <FormProblem problem={confirm.problem} shown={['code']} />
        <Enrolment enrolment={enrolment} />
        <DigitsField
          label={t('factor.first')}
          value={code}
          onChange={setCode}
          problem={confirm.problem?.field('code')}
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

import type {
  EnrolledLoginResponse,
  EnrolmentResponse,
  LoginResponse,
  SecondStepBody,
  SecondStepResponse,
} from '@wheelhouse/contracts';
import { Button } from '@wheelhouse/ui';
import { api, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { accessTexts } from '../access-texts.js';
import { CodeField, DigitsField } from './code-field.js';
import { Enrolment } from './enrolment.js';
import { RecoveryCodes } from './recovery-codes.js';
import { useTitle } from './use-title.js';

interface Props {
  step: SecondStepResponse;
  email: string;
  onDone: (login: LoginResponse) => void;
  onBack: () => void;
}

/** What a sign-in asks for after the password: the code of the app, or first of all the app. */
export function SecondStep(props: Props) {
  return props.step.step === 'enrol' ? <EnrolStep {...props} /> : <CodeStep {...props} />;
}

function CodeStep({ step, onDone, onBack }: Props) {
  const t = useT(accessTexts);
  useTitle(t('step.title'));
  const [code, setCode] = useState('');
  const save = useSave((body: SecondStepBody) => api.post<LoginResponse>('/auth/login/second-factor', body), {
    quiet: true,
    done: null,
    onDone,
  });
  return (
    <form
      className="wh-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ stepToken: step.stepToken, code });
      }}
    >
      <h1>{t('step.title')}</h1>
      <p className="wh-muted">{t('step.lead')}</p>
      <FormProblem problem={save.problem} shown={['code']} />
      <CodeField autoFocus value={code} onChange={setCode} problem={save.problem?.field('code')} />
      <Button type="submit" variant="primary" wide busy={save.isPending}>
        {t('step.go')}
      </Button>
      <Button variant="quiet" wide onClick={onBack}>
        {t('step.back')}
      </Button>
    </form>
  );
}

function EnrolStep({ step, email, onDone, onBack }: Props) {
  const t = useT(accessTexts);
  useTitle(t('step.enrolTitle'));
  const [code, setCode] = useState('');
  const [enrolled, setEnrolled] = useState<EnrolledLoginResponse | null>(null);
  const { stepToken } = step;
  const begin = useSave(() => api.post<EnrolmentResponse>('/auth/login/enrol', { stepToken }), {
    quiet: true,
    done: null,
  });
  const confirm = useSave(
    (body: SecondStepBody) => api.post<EnrolledLoginResponse>('/auth/login/enrol/confirm', body),
    { quiet: true, done: null, onDone: setEnrolled },
  );
  if (enrolled)
    return (
      <div className="wh-stack">
        <h1>{t('codes.title')}</h1>
        <RecoveryCodes codes={enrolled.recoveryCodes} email={email} />
        <Button variant="primary" wide onClick={() => onDone(enrolled)}>
          {t('step.onward')}
        </Button>
      </div>
    );
  return (
    <form
      className="wh-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (begin.data) confirm.mutate({ stepToken, code });
        else begin.mutate(undefined);
      }}
    >
      <h1>{t('step.enrolTitle')}</h1>
      <p className="wh-muted">{t('step.enrolLead')}</p>
      <FormProblem problem={begin.problem ?? confirm.problem} shown={['code']} />
      {begin.data && (
        <>
          <Enrolment enrolment={begin.data} />
          <DigitsField
            label={t('factor.first')}
            value={code}
            onChange={setCode}
            problem={confirm.problem?.field('code')}
          />
        </>
      )}
      <Button type="submit" variant="primary" wide busy={begin.isPending || confirm.isPending}>
        {begin.data ? t('factor.confirm') : t('step.begin')}
      </Button>
      <Button variant="quiet" wide onClick={onBack}>
        {t('step.back')}
      </Button>
    </form>
  );
}

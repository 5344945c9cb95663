import type { AdvanceCycleBody, CyclePhase, CycleResponse } from '@wheelhouse/contracts';
import { FormField, Notice, TextArea } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts/cycle.texts.js';
import { PassageFacts } from './passage-facts.js';

export interface AdvanceFormProps {
  cycle: CycleResponse;
  to: CyclePhase;
  onClose: () => void;
  /** Leads to where a missing fact is filled in. */
  onGo: (code: string) => void;
}

/** Asks why, then passes the gate; a refusal lists every fact that is missing, each with the way to it. */
export function AdvanceForm({ cycle, to, onClose, onGo }: AdvanceFormProps) {
  const t = useT(texts);
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const save = useSave((body: AdvanceCycleBody) => api.post<CycleResponse>(`/cycles/${cycle.id}/advance`, body), {
    changes: ['/cycles', '/standards'],
    quiet: true,
    done: t('gate.passed', { from: t(`phases.${cycle.phase}`), to: t(`phases.${to}`) }),
    onDone: onClose,
  });
  const refused = save.problem?.code === 'CYCLE.GATE' ? save.problem : null;
  const missing = refused
    ? refused.fields.map((field) => ({ code: field.field, message: field.message }))
    : (cycle.gate?.facts ?? []).filter((fact) => !fact.present);
  const title = to === 'closed' ? t('gate.close') : t('gate.title', { to: t(`phases.${to}`) });
  return (
    <FormModal
      open
      title={title}
      lead={t(`gate.consequences.${to}`)}
      submit={t(`gate.advance.${to}`)}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (why.trim()) save.mutate({ to, why: why.trim() });
      }}
      problem={
        missing.length > 0 ? (
          <Notice tone={refused ? 'bad' : 'watch'}>
            <p>{refused ? refused.summary : t('gate.stillMissing')}</p>
            <ul className="pdca-missing">
              {missing.map(({ code, message }, i) => (
                <li key={i}>
                  <button type="button" className="pdca-facts__go" onClick={() => onGo(code)}>
                    {message}
                  </button>
                </li>
              ))}
            </ul>
          </Notice>
        ) : (
          <FormProblem problem={save.problem} shown={['why']} />
        )
      }
    >
      {missing.length === 0 && <PassageFacts cycle={cycle} to={to} />}
      <FormField
        required
        label={t('gate.why')}
        hint={t('gate.whyHint')}
        problem={asked && !why.trim() ? t('gate.whyNeeded') : save.problem?.field('why')}
      >
        {(bind) => <TextArea {...bind} value={why} maxLength={2000} onChange={(event) => setWhy(event.target.value)} />}
      </FormField>
    </FormModal>
  );
}

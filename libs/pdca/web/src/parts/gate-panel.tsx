import type { CycleResponse } from '@wheelhouse/contracts';
import { Button, Icon, Section } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts/cycle.texts.js';
import { AdvanceForm } from './advance-form.js';

/** The next gate: which facts are there, which are missing, and the way through. */
export function GatePanel({ cycle, onGo }: { cycle: CycleResponse; onGo: (code: string) => void }) {
  const t = useT(texts);
  const [asking, ask] = useState(false);
  const { gate } = cycle;
  if (!gate) return null;
  const present = gate.facts.filter((fact) => fact.present).length;
  return (
    <Section
      title={gate.to === 'closed' ? t('gate.close') : t('gate.title', { to: t(`phases.${gate.to}`) })}
      lead={gate.open ? t('gate.open') : t('gate.present', { present, all: gate.facts.length })}
    >
      <div className="wh-stack">
        <ul className="pdca-facts">
          {gate.facts.map((fact, i) => (
            <li key={`${fact.code}-${i}`} className={fact.present ? 'is-there' : 'is-missing'}>
              <span className="pdca-facts__mark">{fact.present && <Icon name="check" size={14} />}</span>
              <span>
                {fact.present ? (
                  fact.message
                ) : (
                  <button type="button" className="pdca-facts__go" onClick={() => onGo(fact.code)}>
                    {fact.message}
                  </button>
                )}
                <span className="wh-sr">: {fact.present ? t('gate.there') : t('gate.missing')}</span>
                {!fact.present && (
                  <span className="pdca-facts__missing" aria-hidden="true">
                    {' '}
                    · {t('gate.missing')}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
        {cycle.can.advance && (
          <Button wide variant={gate.open ? 'primary' : 'secondary'} onClick={() => ask(true)}>
            {t(`gate.advance.${gate.to}`)}
          </Button>
        )}
      </div>
      {asking && (
        <AdvanceForm
          cycle={cycle}
          to={gate.to}
          onClose={() => ask(false)}
          onGo={(code) => {
            ask(false);
            onGo(code);
          }}
        />
      )}
    </Section>
  );
}

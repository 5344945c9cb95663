import type { CycleResponse } from '@wheelhouse/contracts';
import { Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { texts } from '../texts/cycle.texts.js';

/** Every gate that was passed, with who and why. */
export function History({ cycle }: { cycle: CycleResponse }) {
  const t = useT(texts);
  const f = useFormat();
  return (
    <Section title={t('history.title')}>
      <ol className="pdca-history">
        {[...cycle.passages].reverse().map((passage) => (
          <li key={passage.at}>
            <strong>{t('gate.passed', { from: t(`phases.${passage.from}`), to: t(`phases.${passage.to}`) })}</strong>
            <p className="pdca-prose">{passage.why}</p>
            <p className="wh-small wh-muted">{t('history.by', { name: passage.byName, at: f.dateTime(passage.at) })}</p>
          </li>
        ))}
        <li className="wh-small wh-muted">{t('history.opened', { date: f.date(cycle.createdAt) })}</li>
      </ol>
    </Section>
  );
}

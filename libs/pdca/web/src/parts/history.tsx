import type { CycleResponse } from '@wheelhouse/contracts';
import { Button, Section } from '@wheelhouse/ui';
import { useApi, useFormat, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { texts } from '../texts/cycle.texts.js';
import { CycleForm } from './cycle-form.js';

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

/** The turns before and after this one, like the rings of a tree. */
export function Rings({ cycle, mayOpen }: { cycle: CycleResponse; mayOpen: boolean }) {
  const t = useT(texts);
  const f = useFormat();
  const [form, openForm] = useState(false);
  const alone = !cycle.predecessorId && !cycle.successorId;
  return (
    <Section title={t('rings.title')}>
      <div className="wh-stack">
        {alone ? (
          <p className="wh-muted">{t('rings.alone')}</p>
        ) : (
          <ol className="pdca-rings">
            {cycle.successorId && <Ring id={cycle.successorId} label={t('rings.after')} />}
            <li className="is-this" aria-current="true">
              <span className="wh-small wh-muted">{t('rings.this')}</span>
              <span>{f.text(cycle.name)}</span>
            </li>
            {cycle.predecessorId && <Ring id={cycle.predecessorId} label={t('rings.before')} further={6} />}
          </ol>
        )}
        {cycle.phase === 'closed' && !cycle.successorId && mayOpen && (
          <Button icon="plus" onClick={() => openForm(true)}>
            {t('rings.follow')}
          </Button>
        )}
      </div>
      {form && <CycleForm follows={cycle} onClose={() => openForm(false)} />}
    </Section>
  );
}

/** One other turn; with `further`, also those before it. */
function Ring({ id, label, further = 0 }: { id: string; label: string; further?: number }) {
  const t = useT(texts);
  const f = useFormat();
  const ring = useApi<CycleResponse>(`/cycles/${id}`).data;
  if (!ring) return null;
  return (
    <>
      <li>
        <span className="wh-small wh-muted">{label}</span>
        <span>
          <Link to={`/cycles/${ring.id}`}>{f.text(ring.name)}</Link>{' '}
          <span className="wh-small wh-muted">· {t(`phases.${ring.phase}`)}</span>
        </span>
      </li>
      {further > 0 && ring.predecessorId && <Ring id={ring.predecessorId} label={label} further={further - 1} />}
    </>
  );
}

import type { CycleResponse, CycleTurn } from '@wheelhouse/contracts';
import { Button, Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { texts } from '../texts/cycle.texts.js';
import { CycleForm } from './cycle-form.js';
import { useTurnWords } from './turn-words.js';

/** The turns before and after this one, the newest first, each with what came of it: what the rings of the wheel draw. */
export function Rings({ cycle, mayOpen }: { cycle: CycleResponse; mayOpen: boolean }) {
  const t = useT(texts);
  const [form, openForm] = useState(false);
  const { turns } = cycle;
  return (
    <Section title={t('rings.title')}>
      <div className="wh-stack">
        {turns.length < 2 ? (
          <p className="wh-muted">{t('rings.alone')}</p>
        ) : (
          <ol className="pdca-rings">
            {[...turns].reverse().map((turn) => (
              <Turn
                key={turn.id}
                turn={turn}
                at={turns.indexOf(turn)}
                now={turns.findIndex((one) => one.id === cycle.id)}
              />
            ))}
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

function Turn({ turn, at, now }: { turn: CycleTurn; at: number; now: number }) {
  const t = useT(texts);
  const f = useFormat();
  const words = useTurnWords();
  const place = at === now ? 'this' : at < now ? 'before' : 'after';
  return (
    <li className={place === 'this' ? 'is-this' : undefined} aria-current={place === 'this' || undefined}>
      <span className="wh-small wh-muted">{t(`rings.${place}`)}</span>
      <span className="pdca-rings__name">
        {place === 'this' ? f.text(turn.name) : <Link to={`/cycles/${turn.id}`}>{f.text(turn.name)}</Link>}
      </span>
      <span className="wh-small wh-muted">{words(turn)}</span>
    </li>
  );
}

import { Button, Notice, Section } from '@wheelhouse/ui';
import { localToday, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts/cycle.texts.js';
import { CycleForm } from './cycle-form.js';
import { EffectView } from './effect-view.js';
import { useMetricWords } from './metric-words.js';
import { ObjectiveCard } from './objective-card.js';
import { daysFrom } from './phase-state.js';
import type { PanelProps } from './plan-panel.js';

/** The work under way: how much time is left, and where the figures stand so far. */
export function DoPanel({ cycle, standard }: PanelProps) {
  const t = useT(texts);
  const f = useFormat();
  const words = useMetricWords(standard);
  const { tenant } = useSession();
  const [editing, edit] = useState(false);
  const today = localToday(tenant?.timeZone);
  const { doFrom, doTo } = cycle;
  const time =
    !doFrom || !doTo
      ? t('do.unset')
      : today < doFrom
        ? t('do.begins', { date: f.date(doFrom) })
        : today > doTo
          ? t('do.over', { date: f.date(doTo) })
          : t('do.left', { count: daysFrom(today, doTo) });
  return (
    <div id="cycle-do">
      <Section
        title={t('do.title')}
        lead={time}
        actions={
          cycle.phase === 'do' &&
          cycle.can.edit && (
            <Button icon="edit" onClick={() => edit(true)}>
              {t('form.edit')}
            </Button>
          )
        }
      >
        <div className="pdca-objectives">
          {cycle.objectives.length === 0 && <Notice>{t('do.nothing')}</Notice>}
          {cycle.objectives.map((objective) => (
            <ObjectiveCard key={objective.id} objective={objective} words={words(objective.metric)}>
              <EffectView objective={objective} doFrom={doFrom} />
            </ObjectiveCard>
          ))}
        </div>
        {editing && <CycleForm cycle={cycle} onClose={() => edit(false)} />}
      </Section>
    </div>
  );
}

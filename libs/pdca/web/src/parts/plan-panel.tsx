import type { CycleResponse, StandardBody } from '@wheelhouse/contracts';
import { Button, Facts, Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts/cycle.texts.js';
import { CycleForm } from './cycle-form.js';
import { PlanObjectives } from './plan-objectives.js';

export interface PanelProps {
  cycle: CycleResponse;
  /** The cycle's standard, for the names of sections and items. */
  standard: StandardBody | undefined;
}

/** The plan: scope, standard, plan in words, dates, and the objectives. */
export function PlanPanel({ cycle, standard }: PanelProps) {
  const t = useT(texts);
  const f = useFormat();
  const [editing, edit] = useState(false);
  const open = cycle.phase === 'plan' && cycle.can.edit;
  const dates =
    cycle.doFrom && cycle.doTo
      ? f.range(cycle.doFrom, cycle.doTo)
      : cycle.doFrom || cycle.doTo
        ? t('plan.fromTo', { from: f.date(cycle.doFrom), to: f.date(cycle.doTo) })
        : t('plan.none');
  return (
    <>
      <div id="cycle-plan">
        <Section
          title={t('plan.facts')}
          actions={
            (open || (cycle.phase === 'do' && cycle.can.edit)) && (
              <Button icon="edit" onClick={() => edit(true)}>
                {t('form.edit')}
              </Button>
            )
          }
        >
          <div className="wh-stack">
            <Facts
              facts={[
                { label: t('form.scope'), value: f.text(cycle.scope.name) },
                { label: t('form.standard'), value: cycle.standardName ? f.text(cycle.standardName) : t('plan.none') },
                { label: t('plan.dates'), value: dates },
              ]}
            />
            <div>
              <p className="wh-small wh-muted">{t('form.plan')}</p>
              <p className="pdca-prose">{cycle.auditPlan ?? t('plan.none')}</p>
            </div>
          </div>
        </Section>
      </div>
      <div id="cycle-objectives">
        <PlanObjectives cycle={cycle} standard={standard} open={open} />
      </div>
      {editing && <CycleForm cycle={cycle} onClose={() => edit(false)} />}
    </>
  );
}

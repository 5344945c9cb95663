import type { ScoringRules, StandardBody } from '@wheelhouse/contracts';
import { Button, FormField, NativeSelect } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';
import { editTexts } from './edit.texts.js';
import { NumberField, PairField, TextField } from './fields.js';
import type { Flaws } from './problems.js';

/** Name and scoring of a draft: computation, decimals, grades, limit of N/A. */
export function RulesEditor({
  body,
  flaws,
  onChange,
}: {
  body: StandardBody;
  flaws: Flaws;
  onChange: (change: (body: StandardBody) => StandardBody) => void;
}) {
  const t = useT(editTexts);
  const tc = useT(texts);
  const { scoring } = body;
  const set = (change: Partial<ScoringRules>) =>
    onChange((old) => ({ ...old, scoring: { ...old.scoring, ...change } }));
  const grade = (i: number, value: [string, number]) =>
    set({ grades: scoring.grades.map((old, j) => (j === i ? value : old)) });
  return (
    <div className="wh-stack">
      <PairField
        rows={1}
        maxLength={200}
        path="name"
        flaws={flaws}
        label={tc('name')}
        value={body.name}
        onChange={(name) => onChange((old) => ({ ...old, name }))}
      />
      <div className="st-row">
        <FormField label={tc('modeLabel')}>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={scoring.mode}
              onChange={(event) => set({ mode: event.target.value === 'flat' ? 'flat' : 'section_weighted' })}
              options={(['section_weighted', 'flat'] as const).map((mode) => ({
                value: mode,
                label: tc(`mode.${mode}`),
              }))}
            />
          )}
        </FormField>
        <NumberField
          path="scoring.precision"
          flaws={flaws}
          whole
          min={0}
          max={4}
          label={tc('precision')}
          value={scoring.precision}
          onChange={(precision) => set({ precision })}
        />
        <NumberField
          path="scoring.na_share_warning"
          flaws={flaws}
          min={0}
          max={1}
          label={t('naLimit')}
          value={scoring.na_share_warning}
          onChange={(na_share_warning) => set({ na_share_warning })}
        />
      </div>
      <div className="wh-stack" data-path="scoring.grades" style={{ gap: 8 }}>
        {flaws.at('scoring.grades') && <p className="wh-bad wh-small">{flaws.at('scoring.grades')}</p>}
        {scoring.grades.map(([name, lowest], i) => (
          <div key={i} className="st-row">
            <TextField
              path={`scoring.grades[${i}][0]`}
              flaws={flaws}
              maxLength={40}
              label={t('grade')}
              value={name}
              onChange={(next) => grade(i, [next, lowest])}
            />
            <NumberField
              path={`scoring.grades[${i}][1]`}
              flaws={flaws}
              label={t('gradeFrom')}
              value={lowest}
              onChange={(next) => grade(i, [name, next])}
            />
            <Button
              variant="quiet"
              icon="trash"
              aria-label={t('removeGrade', { grade: name })}
              title={t('removeGrade', { grade: name })}
              onClick={() => set({ grades: scoring.grades.filter((_, j) => j !== i) })}
            />
          </div>
        ))}
        <div>
          <Button icon="plus" onClick={() => set({ grades: [...scoring.grades, ['', 0]] })}>
            {t('addGrade')}
          </Button>
        </div>
      </div>
    </div>
  );
}

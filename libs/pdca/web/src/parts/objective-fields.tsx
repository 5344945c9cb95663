import {
  METRIC_KINDS,
  type MetricKind,
  SCORE_SOURCES,
  type ScoreSource,
  type StandardBody,
} from '@wheelhouse/contracts';
import { FormField, LocalizedField, NativeSelect, Notice, TextInput } from '@wheelhouse/ui';
import { type ApiProblem, useFormat, useT } from '@wheelhouse/web-core';
import { Select } from 'antd';
import { objectiveTexts } from '../texts/objective.texts.js';
import type { ObjectiveDraft } from './objective-draft.js';

/** The fields whose problems stand beside them. */
export const OBJECTIVE_FIELDS = [
  'name',
  'metric.kind',
  'metric.source',
  'metric.sectionId',
  'metric.itemId',
  'sectionId',
  'itemId',
  'direction',
  'target',
  'dueOn',
];

export interface ObjectiveFieldsProps {
  form: ObjectiveDraft;
  set: (change: Partial<ObjectiveDraft>) => void;
  standard: StandardBody | undefined;
  problem: ApiProblem | null;
}

/** Which figure, which way, how far, until when. */
export function ObjectiveFields({ form, set, standard, problem }: ObjectiveFieldsProps) {
  const t = useT(objectiveTexts);
  const f = useFormat();
  const items = (standard?.sections ?? []).map((section) => ({
    label: f.text(section),
    options: section.items.map((item) => ({ value: item.id, label: `${item.id} ${f.text(item)}` })),
  }));
  return (
    <>
      <LocalizedField
        label={t('form.name')}
        required
        value={form.name}
        onChange={(name) => set({ name })}
        problem={(language) => problem?.field(`name.${language}`) ?? problem?.field('name')}
      />
      <p className="wh-small wh-muted">{t('form.nameHint')}</p>
      <div className="wh-grid" style={{ gap: 12 }}>
        <FormField label={t('form.kind')} problem={problem?.field('metric.kind')}>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={form.kind}
              onChange={(event) => set({ kind: event.target.value as MetricKind })}
              options={METRIC_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            />
          )}
        </FormField>
        <FormField label={t('form.source')} problem={problem?.field('metric.source')}>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={form.source}
              onChange={(event) => set({ source: event.target.value as ScoreSource })}
              options={SCORE_SOURCES.map((source) => ({ value: source, label: t(`sources.${source}`) }))}
            />
          )}
        </FormField>
      </div>
      {form.kind !== 'source_score' && !standard && <Notice tone="watch">{t('form.needsStandard')}</Notice>}
      {form.kind === 'section_score' && standard && (
        <FormField
          label={t('form.section')}
          required
          problem={problem?.field('metric.sectionId') ?? problem?.field('sectionId')}
        >
          {(bind) => (
            <NativeSelect
              {...bind}
              placeholder="—"
              value={form.sectionId ?? ''}
              onChange={(event) => set({ sectionId: event.target.value })}
              options={standard.sections.map((section) => ({ value: section.id, label: f.text(section) }))}
            />
          )}
        </FormField>
      )}
      {form.kind === 'item_pass_rate' && standard && (
        <FormField
          label={t('form.item')}
          required
          problem={problem?.field('metric.itemId') ?? problem?.field('itemId')}
        >
          {(bind) => (
            <Select
              id={bind.id}
              aria-describedby={bind['aria-describedby']}
              status={bind['aria-invalid'] ? 'error' : undefined}
              style={{ width: '100%' }}
              placeholder={t('form.search')}
              showSearch={{ optionFilterProp: 'label' }}
              value={form.itemId}
              onChange={(itemId: string) => set({ itemId })}
              options={items}
            />
          )}
        </FormField>
      )}
      <div className="wh-grid pdca-thirds">
        <FormField label={t('form.direction')} problem={problem?.field('direction')}>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={form.direction}
              onChange={(event) => set({ direction: event.target.value === 'down' ? 'down' : 'up' })}
              options={(['up', 'down'] as const).map((way) => ({ value: way, label: t(`directions.${way}`) }))}
            />
          )}
        </FormField>
        <FormField label={t('form.target')} problem={problem?.field('target')}>
          {(bind) => (
            <TextInput
              {...bind}
              type="number"
              inputMode="decimal"
              min={0}
              max={100}
              step="any"
              value={form.target}
              onChange={(event) => set({ target: event.target.value })}
            />
          )}
        </FormField>
        <FormField label={t('form.due')} problem={problem?.field('dueOn')}>
          {(bind) => (
            <TextInput
              {...bind}
              type="date"
              value={form.dueOn}
              onChange={(event) => set({ dueOn: event.target.value })}
            />
          )}
        </FormField>
      </div>
      <p className="wh-small wh-muted">{t('form.targetHint')}</p>
    </>
  );
}

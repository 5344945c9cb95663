import {
  METRIC_KINDS,
  type MetricKind,
  type ObjectiveBody,
  type ObjectiveResponse,
  SCORE_SOURCES,
  type ScoreSource,
  type StandardBody,
} from '@wheelhouse/contracts';
import { FormField, LocalizedField, NativeSelect, Notice, TextInput } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { Select } from 'antd';
import { useState } from 'react';
import { objectiveTexts } from '../texts/objective.texts.js';

const SHOWN = [
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

export interface ObjectiveFormProps {
  cycleId: string;
  standard: StandardBody | undefined;
  objective?: ObjectiveResponse;
  onClose: () => void;
}

/** Sets an objective: which figure, which way, how far, until when. */
export function ObjectiveForm({ cycleId, standard, objective, onClose }: ObjectiveFormProps) {
  const t = useT(objectiveTexts);
  const f = useFormat();
  const [form, setForm] = useState({
    name: objective?.name ?? { en: '', zh: '' },
    kind: objective?.metric.kind ?? ('item_pass_rate' as MetricKind),
    source: objective?.metric.source ?? ('audit' as ScoreSource),
    sectionId: objective?.metric.sectionId,
    itemId: objective?.metric.itemId,
    direction: objective?.direction ?? ('up' as const),
    target: objective?.target === null || objective?.target === undefined ? '' : String(objective.target),
    dueOn: objective?.dueOn ?? '',
  });
  const set = (change: Partial<typeof form>) => setForm((now) => ({ ...now, ...change }));
  const body = (): ObjectiveBody => ({
    name: form.name,
    metric: {
      kind: form.kind,
      source: form.source,
      ...(form.kind === 'section_score' && { sectionId: form.sectionId ?? '' }),
      ...(form.kind === 'item_pass_rate' && { itemId: form.itemId ?? '' }),
    },
    direction: form.direction,
    target: form.target.trim() === '' ? null : Number(form.target),
    dueOn: form.dueOn || null,
  });
  const save = useSave(
    () =>
      objective
        ? api.patch<ObjectiveResponse>(`/objectives/${objective.id}`, body())
        : api.post<ObjectiveResponse>(`/cycles/${cycleId}/objectives`, body()),
    { changes: ['/cycles'], quiet: true, onDone: onClose },
  );
  const { problem } = save;
  const items = (standard?.sections ?? []).map((section) => ({
    label: f.text(section),
    options: section.items.map((item) => ({ value: item.id, label: `${item.id} ${f.text(item)}` })),
  }));
  return (
    <FormModal
      open
      title={objective ? t('form.edit') : t('form.add')}
      lead={t('form.lead')}
      submit={t('form.save')}
      busy={save.isPending}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
      problem={<FormProblem problem={problem} shown={SHOWN} />}
    >
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
    </FormModal>
  );
}

import type { CreateCycleBody, CycleResponse, UpdateCycleBody } from '@wheelhouse/contracts';
import { FormField, LocalizedField, TextArea, TextInput } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { OrgUnitSelect } from '@wheelhouse/web-core/pickers';
import { OPEN_FIELDS } from '@wheelhouse/pdca-domain';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { texts } from '../texts/cycle.texts.js';
import { StandardSelect } from './standard-select.js';

const SHOWN = ['name', 'orgUnitId', 'standardVersionId', 'auditPlan', 'doFrom', 'doTo'];

/** Opens a cycle, or changes what the phase of one still leaves open. */
export function CycleForm({
  cycle,
  follows,
  onClose,
}: {
  cycle?: CycleResponse;
  follows?: CycleResponse;
  onClose: () => void;
}) {
  const t = useT(texts);
  const f = useFormat();
  const navigate = useNavigate();
  const base = cycle ?? follows;
  const [form, setForm] = useState({
    name: cycle?.name ?? { en: '', zh: '' },
    orgUnitId: base?.scope.orgUnitId,
    standardVersionId: base?.standardVersionId ?? '',
    auditPlan: cycle?.auditPlan ?? '',
    doFrom: cycle?.doFrom ?? '',
    doTo: cycle?.doTo ?? '',
  });
  const set = (change: Partial<typeof form>) => setForm((now) => ({ ...now, ...change }));
  const open = cycle ? OPEN_FIELDS[cycle.phase] : OPEN_FIELDS.plan;
  const save = useSave(
    () =>
      cycle ? api.patch<CycleResponse>(`/cycles/${cycle.id}`, changes()) : api.post<CycleResponse>('/cycles', fresh()),
    {
      changes: ['/cycles'],
      quiet: true,
      done: cycle ? undefined : t('created'),
      onDone: (made) => {
        onClose();
        if (!cycle) void navigate(`/cycles/${made.id}`);
      },
    },
  );

  function fresh(): Partial<CreateCycleBody> {
    const { name, orgUnitId, ...rest } = form;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value.trim() !== ''));
    return { name, orgUnitId, ...given, predecessorId: follows?.id };
  }

  function changes(): UpdateCycleBody {
    const all = {
      name: form.name,
      standardVersionId: form.standardVersionId || null,
      auditPlan: form.auditPlan.trim() || null,
      doFrom: form.doFrom || null,
      doTo: form.doTo || null,
    };
    return Object.fromEntries(Object.entries(all).filter(([key]) => (open as readonly string[]).includes(key)));
  }

  const { problem } = save;
  return (
    <FormModal
      open
      title={cycle ? t('form.editTitle', { name: f.text(cycle.name) }) : t('form.create')}
      lead={cycle ? undefined : t('form.createLead')}
      submit={cycle ? t('form.save') : t('form.submit')}
      busy={save.isPending}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
      problem={<FormProblem problem={problem} shown={SHOWN} />}
    >
      {open.includes('name') && (
        <LocalizedField
          label={t('form.name')}
          required
          value={form.name}
          onChange={(name) => set({ name })}
          problem={(language) => problem?.field(`name.${language}`) ?? problem?.field('name')}
        />
      )}
      {!cycle && (
        <FormField label={t('form.scope')} hint={t('form.scopeHint')} required problem={problem?.field('orgUnitId')}>
          {(bind) => (
            <OrgUnitSelect
              id={bind.id}
              aria-invalid={bind['aria-invalid']}
              aria-describedby={bind['aria-describedby']}
              placeholder={t('form.choose')}
              value={form.orgUnitId}
              onChange={(orgUnitId) => set({ orgUnitId })}
            />
          )}
        </FormField>
      )}
      {open.includes('standardVersionId') && (
        <FormField
          label={t('form.standard')}
          hint={t('form.standardHint')}
          problem={problem?.field('standardVersionId')}
        >
          {(bind) => (
            <StandardSelect
              bind={bind}
              value={form.standardVersionId}
              onChange={(standardVersionId) => set({ standardVersionId })}
            />
          )}
        </FormField>
      )}
      {open.includes('auditPlan') && (
        <FormField label={t('form.plan')} hint={t('form.planHint')} problem={problem?.field('auditPlan')}>
          {(bind) => (
            <TextArea
              {...bind}
              value={form.auditPlan}
              maxLength={4000}
              onChange={(event) => set({ auditPlan: event.target.value })}
            />
          )}
        </FormField>
      )}
      <div className="wh-grid" style={{ gap: 12 }}>
        {open.includes('doFrom') && (
          <FormField label={t('form.doFrom')} hint={t('form.doFromHint')} problem={problem?.field('doFrom')}>
            {(bind) => (
              <TextInput
                {...bind}
                type="date"
                value={form.doFrom}
                onChange={(event) => set({ doFrom: event.target.value })}
              />
            )}
          </FormField>
        )}
        {open.includes('doTo') && (
          <FormField label={t('form.doTo')} problem={problem?.field('doTo')}>
            {(bind) => (
              <TextInput
                {...bind}
                type="date"
                value={form.doTo}
                onChange={(event) => set({ doTo: event.target.value })}
              />
            )}
          </FormField>
        )}
      </div>
    </FormModal>
  );
}
